namespace MediaInfo.Probing.Processes;

/// <summary>A program that reads media for this service: where to find it and what it may use.</summary>
/// <param name="Name">The name of its file, without an extension, with which its version line begins.</param>
/// <param name="PathSetting">The setting that names its file.</param>
/// <param name="Path">The file that the setting names; null for those beside the app and on PATH.</param>
public sealed record Tool(string Name, string PathSetting, string? Path)
{
    /// <summary>The name of ffprobe.</summary>
    public const string FfprobeName = "ffprobe";

    /// <summary>The name of ffmpeg.</summary>
    public const string FfmpegName = "ffmpeg";

    /// <summary>The private memory of one process, in bytes.</summary>
    public required long MaxMemoryBytes { get; init; }

    /// <summary>The most that is kept of one process's standard output, in bytes.</summary>
    public required int MaxReportBytes { get; init; }

    /// <summary>What it is asked for its version with.</summary>
    public string VersionOption { get; init; } = "-version";

    /// <summary>What its version line begins with.</summary>
    public string VersionBeginning { get; init; } = $"{Name} version ";

    /// <summary>The folder below the application's in which it may be; null for the application's own.</summary>
    public string? Subfolder { get; init; }

    /// <summary>Folders whose files it may read besides its own.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>What it finds in its environment besides what every tool does.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Whether it runs in the sandbox, as every tool must that reads what strangers made. False for one that gets only what
    /// this service made of that.
    /// </summary>
    public bool IsConfined { get; init; } = true;

    /// <summary>Whether its exit code tells why it refused an object, as ffmpeg's does since 6.1; if not, it is 1.</summary>
    public bool HasManyExitCodes { get; init; }

    /// <summary>ffprobe, which describes media.</summary>
    public static Tool Ffprobe(ProbeOptions options) => new(FfprobeName, "Probe:FfprobePath", options.FfprobePath)
    {
        MaxMemoryBytes = options.MaxMemoryBytes,
        MaxReportBytes = options.MaxReportBytes,
    };

    /// <summary>ffmpeg, which decodes media.</summary>
    public static Tool Ffmpeg(FrameOptions options) => new(FfmpegName, "Frames:FfmpegPath", options.FfmpegPath)
    {
        MaxMemoryBytes = options.MaxMemoryBytes,
        MaxReportBytes = options.MaxPictureBytes,
        HasManyExitCodes = true,
    };
}
