using System.IO.Enumeration;

namespace MediaInfo.Core.Accounts;

/// <summary>Patterns for bucket and queue names, such as "media-*"; "*" matches any run of characters.</summary>
internal static class NamePattern
{
    /// <summary>The rule for a valid pattern of buckets, for error messages.</summary>
    public const string Rule = "1 to 63 lower-case letters, digits, '-' or '*'";

    /// <summary>The rule for a valid pattern of queues, for error messages.</summary>
    public const string QueueRule = "1 to 256 letters, digits, '-', '_' or '*'";

    private const int MaxLength = 63;
    private const int MaxQueueLength = 256;

    /// <summary>Whether the text is a valid pattern of buckets.</summary>
    public static bool IsPattern(string text) =>
        text.Length is > 0 and <= MaxLength
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '*');

    /// <summary>Whether the text is a valid pattern of queues.</summary>
    public static bool IsQueuePattern(string text) =>
        text.Length is > 0 and <= MaxQueueLength
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '*');

    /// <summary>Whether the name matches the pattern. Case matters.</summary>
    public static bool Matches(string pattern, string name) =>
        FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    /// <summary>
    /// How specific a pattern is, by its number of literal characters. If equal, a pattern without "*" ranks higher.
    /// </summary>
    public static int ClosenessOf(string pattern) =>
        (2 * pattern.Count(c => c != '*')) + (pattern.Contains('*', StringComparison.Ordinal) ? 0 : 1);

    /// <summary>Whether any name matches both patterns.</summary>
    public static bool Overlap(string first, string second)
    {
        // At [i * width + j]: whether any text matches both first[i..] and second[j..].
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
