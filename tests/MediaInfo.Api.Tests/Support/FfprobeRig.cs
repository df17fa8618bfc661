using MediaInfo.Api.ObjectProxy;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Probing;
using MediaInfo.Core.Reading;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Api.Tests.Support;

/// <summary>The real ffprobe behind the real proxy, over objects in memory. One proxy for all tests of a class, as in a host.</summary>
public sealed class FfprobeRig : IAsyncLifetime, IAsyncDisposable
{
    public const string Bucket = "example-bucket";

    private static readonly ProbeOptions Options = new()
    {
        FfprobePath = RepositoryRoot.Combine("node_modules", "@ffprobe-installer", "linux-x64", "ffprobe"),
    };

    // Package managers drop the run bit: the first test then copies 80 MB, once in a process.
    private static readonly FfprobeBinary Binary = new(Options);

    private readonly LoopbackObjectProxy _proxy = new(ProxyRig.Urls);

    public Task InitializeAsync() => _proxy.StartingAsync(CancellationToken.None);

    public Task DisposeAsync() => _proxy.DisposeAsync().AsTask();

    ValueTask IAsyncDisposable.DisposeAsync() => _proxy.DisposeAsync();

    public async Task<ProbeResult> DescribeAsync(ProxyStore store, string key, ProbeOptions? options = null)
    {
        var prober = new MediaProber(
            Runner(), new HeadStart(new PlaylistSizer(ProxyRig.Urls)), options ?? Options, NullLogger<MediaProber>.Instance);
        using var reads = JobReading.Of(new ObjectRef(Bucket, key), store);
        return await prober.DescribeAsync(reads, CancellationToken.None);
    }

    public async Task<(Core.Media.PacketCounts? Counts, StepOutcome Outcome)> CountAsync(ProxyStore store, string key)
    {
        using var reads = JobReading.Of(new ObjectRef(Bucket, key), store);
        return await CountAsync(reads);
    }

    public Task<(Core.Media.PacketCounts? Counts, StepOutcome Outcome)> CountAsync(ObjectReads reads) =>
        new PacketCounter(Runner(), new AnalysisOptions()).CountAsync(reads, CancellationToken.None);

    /// <summary>A store with the clips of tests/media under their own names.</summary>
    public static ProxyStore Clips()
    {
        var store = new ProxyStore();
        var folder = RepositoryRoot.Combine("tests", "media");
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            store.Put(new ObjectRef(Bucket, Path.GetRelativePath(folder, path)), File.ReadAllBytes(path));
        }

        return store;
    }

    private ProbeRunner Runner() => new(_proxy, new FfprobeProcess(Binary, Options, TimeProvider.System));
}
