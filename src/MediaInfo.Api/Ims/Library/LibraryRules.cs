namespace MediaInfo.Api.Ims.Library;

/// <summary>The limits of the media library's parameters. Source: the models of its actions, where not marked as a decision.</summary>
internal static class LibraryRules
{
    /// <summary>Bytes of a title and of a cover's address.</summary>
    public const int MaxTitleBytes = 128;

    /// <summary>Bytes of a description and of user data.</summary>
    public const int MaxTextBytes = 1024;

    /// <summary>Bytes of a category's name.</summary>
    public const int MaxCategoryBytes = 64;

    /// <summary>Bytes of a tag.</summary>
    public const int MaxTagBytes = 32;

    /// <summary>Characters of a client token.</summary>
    public const int TokenLength = 32;

    /// <summary>Bytes of an input's address; a decision: an object's key has 1,024 characters at most.</summary>
    public const int MaxUrlBytes = 4096;

    /// <summary>Assets that one call reads or deletes. Documented for deleting, a decision for reading.</summary>
    public const int MaxIds = 20;

    /// <summary>Seconds that a signed address lives at most, and that it lives where the call says nothing.</summary>
    public const int MaxAuthTimeout = 86400;

    /// <inheritdoc cref="MaxAuthTimeout" />
    public const int DefaultAuthTimeout = 3600;

    /// <summary>The use of an asset whose owner names none.</summary>
    public const string General = "general";

    /// <summary>Whether there is such a use.</summary>
    public static bool IsBusinessType(string type) => type is "subtitles" or "watermark" or "opening" or "ending" or General;

    /// <summary>Whether the text can be a reference id: 6 to 64 letters, digits, '-' and '_'.</summary>
    public static bool IsReferenceId(string text) =>
        text.Length is >= 6 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Whether the text can be a client token: a UUID without hyphens, or with them.</summary>
    public static bool IsClientToken(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && text.Length - text.Count(c => c == '-') == TokenLength;
}
