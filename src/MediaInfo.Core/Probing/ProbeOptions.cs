using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Probing.Processes.Sandbox;

namespace MediaInfo.Core.Probing;

/// <summary>How ffprobe is found and what one probe may cost. Section "Probe".</summary>
public sealed record ProbeOptions : ISettings
{
    /// <summary>The ffprobe binary; null looks beside the application and then on PATH.</summary>
    public string? FfprobePath { get; init; }

    /// <summary>Whether the kernel confines ffprobe. Linux only.</summary>
    public SandboxUse Sandbox { get; init; }

    /// <summary>Wall time of one ffprobe run, after which its process tree is killed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "between one second and one hour")]
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long storage may take to answer a read, and for each further 64 KiB, before it is asked again. Five such waits in a row are
    /// a fault of storage.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "between one second and ten minutes")]
    public TimeSpan StorageTimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Most private memory of one ffprobe, bytes. Linux only.</summary>
    [Range(64L << 20, 1L << 40, ErrorMessage = "between 64 MiB and 1 TiB")]
    public long MaxMemoryBytes { get; init; } = 1L << 30;

    /// <summary>Largest ffprobe report, bytes.</summary>
    [Range(64 * 1024, 256 * 1024 * 1024, ErrorMessage = "between 64 KiB and 256 MiB")]
    public int MaxReportBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Most storage requests of one header pass.</summary>
    [Range(1, 100_000, ErrorMessage = "between 1 and 100000")]
    public int MaxRequests { get; init; } = 2_000;

    /// <summary>Most bytes that one header pass may read.</summary>
    [Range(1L << 20, 1L << 40, ErrorMessage = "between 1 MiB and 1 TiB")]
    public long MaxBytes { get; init; } = 512L << 20;

    /// <summary>Most bytes of what it reads that one job keeps in memory, for its steps to share.</summary>
    [Range(1L << 20, 1L << 30, ErrorMessage = "between 1 MiB and 1 GiB")]
    public long CacheBytesPerJob { get; init; } = 24L << 20;

    /// <summary>Most bytes that all jobs of a process keep together; beyond it each still keeps 1 MiB.</summary>
    [Range(1L << 20, 1L << 40, ErrorMessage = "between 1 MiB and 1 TiB")]
    public long CacheBytes { get; init; } = 256L << 20;

    /// <inheritdoc />
    public IEnumerable<string> Problems() => Sandbox == SandboxUse.Required && !SandboxSupport.OfThisKernel.IsWhole
        ? [$"Sandbox: Required, but {SandboxSupport.OfThisKernel.InWords}"]
        : [];
}
