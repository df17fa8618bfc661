using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>The digest of texts in this API.</summary>
internal static class MnsDigest
{
    /// <summary>The MD5 of a text in UTF-8, in upper-case hex.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "The vendor's API has MD5 digests.")]
    public static string Of(string text) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
