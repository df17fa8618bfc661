namespace MediaInfo.Core.Topics;

/// <summary>Which names topics and subscriptions may have.</summary>
/// <remarks>Source: "CreateTopic" and "Subscribe" of the message service.</remarks>
public static class TopicNames
{
    /// <summary>The most characters of a name.</summary>
    public const int MaxLength = 255;

    /// <summary>The most characters of a tag.</summary>
    public const int MaxTagLength = 16;

    /// <summary>Whether the length is legal.</summary>
    public static bool HasLegalLength(string name) => name.Length is >= 1 and <= MaxLength;

    /// <summary>Whether the name is legal: it starts with a letter or digit, and has only letters, digits and hyphens.</summary>
    public static bool IsLegal(string name) =>
        HasLegalLength(name)
        && char.IsAsciiLetterOrDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
