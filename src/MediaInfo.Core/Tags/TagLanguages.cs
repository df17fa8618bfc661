using System.Text.RegularExpressions;

namespace MediaInfo.Core.Tags;

/// <summary>The names of languages that recognisers take.</summary>
public static partial class TagLanguages
{
    /// <summary>Detects the language of speech.</summary>
    public const string Detected = "auto";

    /// <summary>Whether a text names language files of Tesseract: up to eight, joined by a plus, without a folder.</summary>
    public static bool AreForText(string? names) => names is not null && Files().IsMatch(names);

    /// <summary>Whether a text names a language of speech.</summary>
    public static bool IsForSpeech(string? name) => name is Detected || (name is not null && Code().IsMatch(name));

    /// <summary>The code of a language as Whisper has it, for one as the vendor has it.</summary>
    /// <remarks>Source: sourceLanguage of nlpParams, "cn" for Chinese (SubmitSmarttagJob).</remarks>
    public static string OfVendor(string name) => name is "cn" ? "zh" : name;

    [GeneratedRegex(@"\A[A-Za-z0-9_]{2,32}(\+[A-Za-z0-9_]{2,32}){0,7}\z", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Files();

    [GeneratedRegex(@"\A[a-z]{2,3}\z", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Code();
}
