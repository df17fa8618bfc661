using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Tags;

/// <summary>The recognisers that tag jobs may use, and what each may cost. Section "Tags".</summary>
/// <remarks><see href="../tags.md">tags.md</see> says what each recogniser is, and how to set it up.</remarks>
public sealed record TagOptions : ISettings
{
    /// <summary>Chapters shorter than this are not made, unless the object itself is shorter.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "between one second and one hour")]
    public TimeSpan ChapterLength { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The most chapters of one object. The clearest cuts make them.</summary>
    [Range(1, 1_000, ErrorMessage = "between 1 and 1000")]
    public int MaxChapters { get; init; } = 100;

    /// <summary>The Tesseract binary, for text in frames. Without it, the service uses the one on PATH.</summary>
    public string? TesseractPath { get; init; }

    /// <summary>The folder with Tesseract's language files. Without it, the usual places are searched.</summary>
    public string? TessdataPath { get; init; }

    /// <summary>The languages of text in frames: names of Tesseract's files, joined by a plus.</summary>
    /// <remarks>Ignored where a job names its own (<c>ocrLanguages</c>).</remarks>
    public string TextLanguages { get; init; } = "eng";

    /// <summary>The time from one frame whose text is read to the next.</summary>
    /// <remarks>
    /// Ignored where a job names its own (<c>ocrInterval</c>), or <c>MaxFrames</c> frames would not reach the end.
    /// </remarks>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00", ErrorMessage = "between 100 milliseconds and one hour")]
    public TimeSpan TextInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Words of which Tesseract is less sure than this, in percent, are left out.</summary>
    [Range(0, 100, ErrorMessage = "between 0 and 100")]
    public int TextConfidence { get; init; } = 60;

    /// <summary>How long Tesseract may take for one frame.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "between one second and ten minutes")]
    public TimeSpan TextTimeLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The file of a Whisper model in the format of whisper.cpp. Without it, there is no speech recognition.</summary>
    public string? SpeechModel { get; init; }

    /// <summary>
    /// The program <c>mediainfo-speech</c>. Without it, the service uses the one beside the app, in the folder <c>speech</c>.
    /// </summary>
    /// <remarks>Ignored without <c>Tags:SpeechModel</c>.</remarks>
    public string? SpeechProgram { get; init; }

    /// <summary>The language of speech, such as <c>en</c>; <c>auto</c> detects it.</summary>
    /// <remarks>Ignored where a job names its own (<c>nlpParams.sourceLanguage</c>).</remarks>
    public string SpeechLanguage { get; init; } = "auto";

    /// <summary>How long the recognition of an object's speech may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "between one second and one day")]
    public TimeSpan SpeechTimeLimit { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The private memory of <c>mediainfo-speech</c>, in bytes; a model needs one to two times its file's size.
    /// </summary>
    /// <remarks>Ignored outside Linux.</remarks>
    [Range(64L << 20, 1L << 40, ErrorMessage = "between 64 MiB and 1 TiB")]
    public long SpeechMemoryBytes { get; init; } = 4L << 30;

    /// <summary>The address of a recogniser of your own, <c>http</c> or <c>https</c>. Without it, there is none.</summary>
    public string? Url { get; init; }

    /// <summary>The secret that signs the calls to that recogniser.</summary>
    /// <remarks>Ignored without <c>Tags:Url</c>, which needs it.</remarks>
    public string? Key { get; init; }

    /// <summary>
    /// Allows that recogniser to be on a private, loopback, link-local or metadata address. It does not allow callbacks to be.
    /// </summary>
    public bool AllowPrivateAddress { get; init; }

    /// <summary>How long one call of that recogniser may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "between one second and one hour")]
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often that recogniser is called for one try of a step, if it answers 5xx or not at all.</summary>
    [Range(1, 10, ErrorMessage = "between 1 and 10")]
    public int Calls { get; init; } = 3;

    /// <summary>The largest answer of that recogniser, in bytes.</summary>
    [Range(1024, 64 * 1024 * 1024, ErrorMessage = "between 1 KiB and 64 MiB")]
    public int MaxAnswerBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The time from one frame that the recogniser gets to the next.</summary>
    /// <remarks>Ignored where <c>MaxFrames</c> frames would not reach the end: then they are spread evenly.</remarks>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00", ErrorMessage = "between 100 milliseconds and one hour")]
    public TimeSpan FrameInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The most frames of one object that are looked at for text, and the most that your recogniser gets.</summary>
    [Range(1, 100_000, ErrorMessage = "between 1 and 100000")]
    public int MaxFrames { get; init; } = 1_000;

    /// <summary>Gives the sound to that recogniser too.</summary>
    public bool WithSound { get; init; }

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (!TagLanguages.AreForText(TextLanguages))
        {
            yield return "TextLanguages: must be names of Tesseract's language files, joined by a plus, such as \"eng+deu\"";
        }

        if (!TagLanguages.IsForSpeech(SpeechLanguage))
        {
            yield return "SpeechLanguage: must be \"auto\" or a code of two or three letters, such as \"en\"";
        }

        if (KeyVaultReference.ProblemOf("Key", Key) is { } unresolved)
        {
            yield return unresolved;
        }

        if (Url is { Length: > 0 } && !IsAddress(Url))
        {
            yield return "Url: must be an absolute http or https URL without a user name or a fragment";
        }

        if (Url is { Length: > 0 } && string.IsNullOrEmpty(Key))
        {
            yield return "Key: must be set with Url, because it signs the calls";
        }
    }

    private static bool IsAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.UserInfo.Length == 0
        && address.Fragment.Length == 0;
}
