using System.Runtime.InteropServices;

namespace MediaInfo.Api.Alibaba.Ims.Library.Search;

/// <summary>A token of a condition.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">Its text, without quotes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MatchToken(MatchTokenKind Kind, string Text)
{
    /// <summary>Whether it is the sign.</summary>
    public bool IsSign(string sign) => Kind == MatchTokenKind.Sign && string.Equals(Text, sign, StringComparison.Ordinal);

    /// <summary>Whether it is the keyword, in any case.</summary>
    public bool IsWord(string word) =>
        Kind == MatchTokenKind.Word && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it can be a value.</summary>
    public bool IsValue => Kind is MatchTokenKind.Text or MatchTokenKind.Word;
}
