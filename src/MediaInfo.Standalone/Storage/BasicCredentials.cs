using System.Security.Cryptography;
using System.Text;
using MediaInfo.Core.Accounts;

namespace MediaInfo.Standalone.Storage;

/// <summary>Checks an access key's id and secret, sent as user and password (RFC 7617).</summary>
internal sealed class BasicCredentials(AccountDirectory accounts)
{
    private const string Scheme = "Basic ";
    private const int LongestHeader = 2_048;

    /// <summary>The holder of the key that the header carries; null for any other header.</summary>
    /// <remarks>A temporary key is refused: its token has no place in the header.</remarks>
    public Caller? CallerOf(string header)
    {
        if (Read(header) is not var (id, secret))
        {
            return null;
        }

        // An unknown id takes the same time as a wrong secret.
        var caller = accounts.FindCaller(id);
        var isSecret = CryptographicOperations.FixedTimeEquals(Digest(secret), Digest(caller?.Key?.Secret ?? ""));
        return isSecret && caller is { Key.SecurityToken: null } ? caller : null;
    }

    private static (string Id, string Secret)? Read(string header)
    {
        if (header.Length > LongestHeader || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        return text.Split(':', 2) is [var id, { Length: > 0 } secret] ? (id, secret) : null;
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
