using System.IO.Enumeration;

namespace MediaInfo.Core.Accounts;

/// <summary>Patterns of bucket and queue names, such as "media-*"; "*" stands for any run of characters.</summary>
internal static class NamePattern
{
    /// <summary>What a pattern must be, for messages.</summary>
    public const string Rule = "1 to 63 lower-case letters, digits, '-' or '*'";

    private const int MaxLength = 63;

    /// <summary>Whether the text is a pattern.</summary>
    public static bool IsPattern(string text) =>
        text.Length is > 0 and <= MaxLength
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '*');

    /// <summary>Whether the name fits the pattern. Letter case matters: storage has no two spellings of a name.</summary>
    public static bool Matches(string pattern, string name) =>
        FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    /// <summary>How closely a pattern names what fits it: by the characters that it fixes; a whole name comes first.</summary>
    public static int ClosenessOf(string pattern) =>
        (2 * pattern.Count(c => c != '*')) + (pattern.Contains('*', StringComparison.Ordinal) ? 0 : 1);

    /// <summary>Whether some name fits both patterns.</summary>
    public static bool Overlap(string first, string second)
    {
        // At [i * width + j], whether some text fits what is left of the first from i on and of the second from j on.
        var width = second.Length + 1;
        var shared = new bool[(first.Length + 1) * width];
        for (var i = first.Length; i >= 0; i--)
        {
            for (var j = second.Length; j >= 0; j--)
            {
                shared[(i * width) + j] = (CharacterAt(first, i), CharacterAt(second, j)) switch
                {
                    (null, null) => true,
                    ('*', var other) => At(i + 1, j) || (other is not null && At(i, j + 1)),
                    (var other, '*') => At(i, j + 1) || (other is not null && At(i + 1, j)),
                    var (one, other) => one == other && At(i + 1, j + 1),
                };
            }
        }

        return shared[0];

        bool At(int i, int j) => shared[(i * width) + j];
    }

    private static char? CharacterAt(string pattern, int index) => index < pattern.Length ? pattern[index] : null;
}
