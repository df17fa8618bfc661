using System.Security.Cryptography;
using System.Text;

namespace MediaInfo.Api.Gateway.Signing;

/// <summary>Comparisons whose duration does not reveal where two texts differ.</summary>
public static class ConstantTime
{
    /// <summary>Whether a signature or token is the expected one.</summary>
    public static bool Equal(string sent, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(expected));
}
