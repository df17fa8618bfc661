using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;
using MediaInfo.Probing.Processes.Sandbox;

namespace MediaInfo.Probing;

/// <summary>How ffprobe is found, and what one probe may cost. Section "Probe".</summary>
/// <remarks><see href="../limits.md">limits.md</see> says what happens at each limit.</remarks>
public sealed record ProbeOptions : ISettings
{
    /// <summary>
    /// The ffprobe binary. Without it, the service uses the <see href="../operate.md#which-ffprobe">newest</see> of those
    /// beside the app and on PATH.
    /// </summary>
    public string? FfprobePath { get; init; }

    /// <summary>How far the kernel must <see href="../operate.md#sandbox-of-ffprobe">confine ffprobe</see>.</summary>
    /// <remarks>Ignored outside Linux, but for <c>Required</c>, which the service then refuses to start with.</remarks>
    public SandboxUse Sandbox { get; init; }

    /// <summary>How long one ffprobe run of the header pass may take.</summary>
    /// <remarks>Ignored in the packet pass, which <c>Analysis:WholeObjectTimeLimit</c> bounds.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "between one second and one hour")]
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long storage may take to answer a read, and for each further 64 KiB, before the read is sent again.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "between one second and ten minutes")]
    public TimeSpan StorageTimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The private memory of one ffprobe, in bytes.</summary>
    /// <remarks>Ignored outside Linux.</remarks>
    [Range(64L << 20, 1L << 40, ErrorMessage = "between 64 MiB and 1 TiB")]
    public long MaxMemoryBytes { get; init; } = 1L << 30;

    /// <summary>The largest report that ffprobe may print, in bytes.</summary>
    /// <remarks>Ignored in the packet pass, which keeps nothing of what ffprobe prints.</remarks>
    [Range(64 * 1024, 256 * 1024 * 1024, ErrorMessage = "between 64 KiB and 256 MiB")]
    public int MaxReportBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Storage requests of one header pass.</summary>
    /// <remarks>Ignored in the packet pass and for the digest, which read whole objects.</remarks>
    [Range(1, 100_000, ErrorMessage = "between 1 and 100000")]
    public int MaxRequests { get; init; } = 2_000;

    /// <summary>Bytes that one header pass may read from storage.</summary>
    /// <remarks>Ignored as <c>Probe:MaxRequests</c>.</remarks>
    [Range(1L << 20, 1L << 40, ErrorMessage = "between 1 MiB and 1 TiB")]
    public long MaxBytes { get; init; } = 512L << 20;

    /// <summary>How much of what it reads one job keeps in memory, for its steps to share.</summary>
    /// <remarks>Ignored while <c>Probe:CacheBytes</c> is used up: the job then keeps 1 MiB.</remarks>
    [Range(1L << 20, 1L << 30, ErrorMessage = "between 1 MiB and 1 GiB")]
    public long CacheBytesPerJob { get; init; } = 24L << 20;

    /// <summary>How much all jobs of a process keep together.</summary>
    /// <remarks>Ignored never; each job keeps 1 MiB beyond it.</remarks>
    [Range(1L << 20, 1L << 40, ErrorMessage = "between 1 MiB and 1 TiB")]
    public long CacheBytes { get; init; } = 256L << 20;

    /// <summary>
    /// How many objects a process remembers with what it read from them. A job for an object that has not changed since is
    /// answered without reading it again.
    /// </summary>
    /// <remarks>Ignored at 0: every job reads its object.</remarks>
    [Range(0, 1_000_000, ErrorMessage = "between 0 and 1000000")]
    public int RememberedObjects { get; init; } = 1_000;

    /// <inheritdoc />
    public IEnumerable<string> Problems() => Sandbox == SandboxUse.Required && !SandboxSupport.OfThisKernel.IsWhole
        ? [$"Sandbox: Required, but {SandboxSupport.OfThisKernel.InWords}"]
        : [];
}
