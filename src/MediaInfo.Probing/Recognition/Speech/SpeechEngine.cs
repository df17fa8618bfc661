using System.Runtime.InteropServices;
using MediaInfo.Core.Tags;
using MediaInfo.Probing.Processes;

namespace MediaInfo.Probing.Recognition.Speech;

/// <summary>Our own program that recognises speech with Whisper: where it is, and what one process may use.</summary>
/// <remarks>
/// It is a program of its own, because a crash of the native library would end this process. It gets samples that a confined
/// ffmpeg decoded and reads no media, so it is limited and watched, but not confined: the .NET runtime needs more of the system
/// than the sandbox has.
/// </remarks>
public static class SpeechEngine
{
    /// <summary>The program's name.</summary>
    public const string Name = "mediainfo-speech";

    private const int MaxReport = 64 << 10;

    /// <summary>The program.</summary>
    public static Tool Of(TagOptions options) => new(Name, "Tags:SpeechProgram", options.SpeechProgram)
    {
        MaxMemoryBytes = options.SpeechMemoryBytes,
        MaxReportBytes = MaxReport,
        Subfolder = "speech",
        VersionOption = "--version",
        VersionBeginning = $"{Name} ",
        IsConfined = false,
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // A program that does not bring its own runtime uses this process's.
            ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
            ["DOTNET_EnableDiagnostics"] = "0",
        },
    };

    /// <summary>What is wrong with the model, as text for operators; null if its file is there.</summary>
    public static string? ProblemOf(TagOptions options) =>
        options.SpeechModel is not { Length: > 0 } model ? "no model is set (Tags:SpeechModel)"
        : File.Exists(model) ? null
        : $"there is no model {model} (Tags:SpeechModel)";

    /// <summary>The arguments that load the model and end.</summary>
    public static IReadOnlyList<string> Check(TagOptions options) => ["--check", Path.GetFullPath(options.SpeechModel!)];

    /// <summary>The arguments that read samples from standard input and print a line of JSON for each sentence.</summary>
    public static IReadOnlyList<string> Recognise(TagOptions options, string language) =>
        ["--model", Path.GetFullPath(options.SpeechModel!), "--language", language];
}
