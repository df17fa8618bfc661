using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>
/// A fact that needs a Whisper model: the file that MEDIAINFO_WHISPER_MODEL names. A model is too large for this repository, and
/// no package registry has one.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WhisperFactAttribute : FactAttribute
{
    public WhisperFactAttribute() => Skip =
        Model is null ? "MEDIAINFO_WHISPER_MODEL names no Whisper model"
        : File.Exists(Program) ? null
        : "src/MediaInfo.Speech is not built";

    /// <summary>The model's file; null if there is none.</summary>
    public static string? Model { get; } =
        Environment.GetEnvironmentVariable("MEDIAINFO_WHISPER_MODEL") is { Length: > 0 } path && File.Exists(path) ? path : null;

    /// <summary>The program that recognises speech.</summary>
    public static string Program { get; } = RepositoryRoot.Combine(
        "artifacts",
        "bin",
        "MediaInfo.Speech",
        new DirectoryInfo(AppContext.BaseDirectory).Name,
        OperatingSystem.IsWindows() ? "MediaInfo.Speech.exe" : "MediaInfo.Speech");
}
