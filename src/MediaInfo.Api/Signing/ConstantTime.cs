using System.Security.Cryptography;
using System.Text;

namespace MediaInfo.Api.Signing;

/// <summary>Comparisons whose time does not tell where two texts differ.</summary>
public static class ConstantTime
{
    /// <summary>Whether a signature or a token is the right one.</summary>
    public static bool Equal(string sent, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(expected));
}
