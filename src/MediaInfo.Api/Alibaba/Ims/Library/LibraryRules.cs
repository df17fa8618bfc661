using MediaInfo.Core.Library;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>
/// The limits on the media library's parameters. Source: the models of its actions, unless marked as our decision.
/// </summary>
internal static class LibraryRules
{
    /// <summary>Maximum bytes of a title, and of a cover's address.</summary>
    public const int MaxTitleBytes = 128;

    /// <summary>Maximum bytes of a description.</summary>
    public const int MaxTextBytes = 1024;

    /// <summary>Maximum bytes of a category's name.</summary>
    public const int MaxCategoryBytes = 64;

    /// <summary>Maximum bytes of a tag.</summary>
    public const int MaxTagBytes = 32;

    /// <summary>Characters of a client token.</summary>
    public const int TokenLength = 32;

    /// <summary>Maximum bytes of an input's address. Our decision: an object's key has at most 1,024 characters.</summary>
    public const int MaxUrlBytes = 4096;

    /// <summary>Maximum assets that one call reads or deletes. Documented for deleting, our decision for reading.</summary>
    public const int MaxIds = 20;

    /// <summary>Longest and default lifetime of a signed address, in seconds.</summary>
    public const int MaxAuthTimeout = 86400;

    /// <inheritdoc cref="MaxAuthTimeout" />
    public const int DefaultAuthTimeout = 3600;

    /// <summary>The business type of subtitles.</summary>
    public const string Subtitles = "subtitles";

    /// <summary>The business type of fonts.</summary>
    public const string Font = "font";

    /// <summary>The default business type of an asset.</summary>
    public const string General = "general";

    /// <summary>Whether there is such a business type.</summary>
    public static bool IsBusinessType(string type) =>
        type is Subtitles or Font or "watermark" or "opening" or "ending" or General;

    /// <summary>Whether assets of the media type can be of the business type: fonts, and text, are of no other.</summary>
    /// <param name="mediaType">The media type; null if unknown.</param>
    /// <param name="businessType">The business type; null if the caller gave none.</param>
    public static bool AreCompatible(string? mediaType, string? businessType) =>
        mediaType is MediaTypes.Text ? businessType is null or Subtitles or Font : businessType is not Font;

    /// <summary>Whether the text can be an owner's data.</summary>
    public static bool IsUserData(string text) => ImsUserData.Is(text);

    /// <summary>Whether the text can be a reference id: 6 to 64 letters, digits, '-' and '_'.</summary>
    public static bool IsReferenceId(string text) =>
        text.Length is >= 6 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Whether the text can be a client token: a UUID with or without hyphens.</summary>
    public static bool IsClientToken(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && text.Length - text.Count(c => c == '-') == TokenLength;
}
