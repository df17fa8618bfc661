using System.Text;

namespace MediaInfo.Api.Alibaba.Ims.Library.Search;

/// <summary>Splits the text of a condition into tokens, in one pass.</summary>
internal static class MatchTokens
{
    private const string Signs = "()[],";

    /// <summary>The tokens, with an end; null for a text with another character, or without its closing quote.</summary>
    public static IReadOnlyList<MatchToken>? Of(string text)
    {
        var tokens = new List<MatchToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (Next(text, ref at) is { } token)
            {
                tokens.Add(token);
            }
            else
            {
                return null;
            }
        }

        return [.. tokens, new MatchToken(MatchTokenKind.End, "")];
    }

    private static MatchToken? Next(string text, ref int at)
    {
        if (text[at] is '\'' or '"')
        {
            return Quoted(text, ref at);
        }

        if (Signs.Contains(text[at], StringComparison.Ordinal) || text[at] == '=')
        {
            var length = text.AsSpan(at).StartsWith("==") ? 2 : 1;
            at += length;
            return new MatchToken(MatchTokenKind.Sign, text[(at - length)..at]);
        }

        var start = at;
        while (at < text.Length && IsOfWord(text[at]))
        {
            at++;
        }

        return at > start ? new MatchToken(MatchTokenKind.Word, text[start..at]) : null;
    }

    // A backslash before a quote makes it part of the text. Elsewhere a backslash is itself.
    private static MatchToken? Quoted(string text, ref int at)
    {
        var quote = text[at++];
        var content = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] == quote)
            {
                at++;
                return new MatchToken(MatchTokenKind.Text, content.ToString());
            }

            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] == quote)
            {
                at++;
            }

            content.Append(text[at]);
        }

        return null;
    }

    private static bool IsOfWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':';
}
