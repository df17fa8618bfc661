using System.Text.RegularExpressions;

namespace MediaInfo.Architecture.Tests.OpenApi;

/// <summary>The texts of the reference pages without what only a table of such a page needs.</summary>
internal static partial class Plain
{
    /// <summary>The text without links and escapes.</summary>
    public static string Text(string markdown) =>
        Link().Replace(markdown, "${text}").Replace("\\|", "|", StringComparison.Ordinal);

    /// <summary>The text with a capital at its beginning.</summary>
    public static string Capital(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>The first sentence without its stop.</summary>
    public static string FirstSentence(string text) => Sentence().Match(text).Groups["first"].Value;

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?<first>.+?)\.?(?= [A-Z]|$)(?<=\.|$)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Sentence();
}
