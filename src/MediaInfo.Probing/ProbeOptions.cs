using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;
using MediaInfo.Probing.Processes.Sandbox;

namespace MediaInfo.Probing;

/// <summary>How to find ffprobe and what one probe may cost. Section "Probe".</summary>
public sealed record ProbeOptions : ISettings
{
    /// <summary>The ffprobe binary; null looks beside the application, then on PATH.</summary>
    public string? FfprobePath { get; init; }

    /// <summary>Whether the kernel confines ffprobe. Linux only.</summary>
    public SandboxUse Sandbox { get; init; }

    /// <summary>Wall-clock time of one ffprobe run, after which its process tree is killed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "between one second and one hour")]
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long storage may take to answer a read, and for each further 64 KiB, before the read is retried. Five timeouts in a
    /// row count as a storage failure.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "between one second and ten minutes")]
    public TimeSpan StorageTimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Maximum private memory of one ffprobe process, in bytes. Linux only.</summary>
    [Range(64L << 20, 1L << 40, ErrorMessage = "between 64 MiB and 1 TiB")]
    public long MaxMemoryBytes { get; init; } = 1L << 30;

    /// <summary>Largest ffprobe report, in bytes.</summary>
    [Range(64 * 1024, 256 * 1024 * 1024, ErrorMessage = "between 64 KiB and 256 MiB")]
    public int MaxReportBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Maximum storage requests of one header pass.</summary>
    [Range(1, 100_000, ErrorMessage = "between 1 and 100000")]
    public int MaxRequests { get; init; } = 2_000;

    /// <summary>Maximum bytes that one header pass may read.</summary>
    [Range(1L << 20, 1L << 40, ErrorMessage = "between 1 MiB and 1 TiB")]
    public long MaxBytes { get; init; } = 512L << 20;

    /// <summary>Maximum bytes of read data that one job caches in memory, shared by its steps.</summary>
    [Range(1L << 20, 1L << 30, ErrorMessage = "between 1 MiB and 1 GiB")]
    public long CacheBytesPerJob { get; init; } = 24L << 20;

    /// <summary>Maximum bytes that all jobs of a process cache together; over the limit each job still keeps 1 MiB.</summary>
    [Range(1L << 20, 1L << 40, ErrorMessage = "between 1 MiB and 1 TiB")]
    public long CacheBytes { get; init; } = 256L << 20;

    /// <summary>
    /// How many objects a process remembers with what it read from them. A job for an object that has not changed since is
    /// answered without reading it again. Zero: every job reads its object.
    /// </summary>
    [Range(0, 1_000_000, ErrorMessage = "between 0 and 1000000")]
    public int RememberedObjects { get; init; } = 1_000;

    /// <inheritdoc />
    public IEnumerable<string> Problems() => Sandbox == SandboxUse.Required && !SandboxSupport.OfThisKernel.IsWhole
        ? [$"Sandbox: Required, but {SandboxSupport.OfThisKernel.InWords}"]
        : [];
}
