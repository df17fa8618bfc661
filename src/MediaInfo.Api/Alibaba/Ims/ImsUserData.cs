using System.Text;

namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>The rule for a caller's own data.</summary>
internal static class ImsUserData
{
    // The limit of MPS; this product documents none.
    private const int MaxBytes = 1024;

    /// <summary>
    /// Whether the text can be a caller's own data. The vendor's page of MPS forbids a special character first.
    /// </summary>
    public static bool Is(string text) => text[0] != '-' && Encoding.UTF8.GetByteCount(text) <= MaxBytes;
}
