using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace MediaInfo.Core.Accounts;

/// <summary>Finds accounts by id and callers by their key or token.</summary>
public sealed class AccountDirectory
{
    private readonly FrozenDictionary<string, Caller> _callers;
    private readonly FrozenDictionary<string, Account> _accounts;
    private readonly (byte[] Digest, Caller Caller)[] _tokens;

    /// <summary>Indexes the configured accounts.</summary>
    public AccountDirectory(AccountOptions options)
    {
        _accounts = options.List.ToFrozenDictionary(account => account.Id, StringComparer.Ordinal);
        _callers = options.List
            .SelectMany(account => account.Keys.Select(key => new Caller(account, key)))
            .ToFrozenDictionary(caller => caller.Key!.Id, StringComparer.Ordinal);
        _tokens = [.. options.List.SelectMany(
            account => account.Tokens.Select(token => (Digest(token.Value), new Caller(account, Key: null) { Token = token })))];
    }

    /// <summary>The holder of an access key; null if there is none.</summary>
    public Caller? FindCaller(string accessKeyId) => _callers.GetValueOrDefault(accessKeyId);

    /// <summary>
    /// The holder of a token; null if there is none. Constant time, so that timing reveals nothing about the tokens.
    /// </summary>
    public Caller? FindTokenHolder(string token)
    {
        var sought = Digest(token);
        Caller? found = null;
        foreach (var (digest, caller) in _tokens)
        {
            found = CryptographicOperations.FixedTimeEquals(digest, sought) ? caller : found;
        }

        return found;
    }

    /// <summary>The account; null if unknown.</summary>
    public Account? Find(string accountId) => _accounts.GetValueOrDefault(accountId);

    private static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
