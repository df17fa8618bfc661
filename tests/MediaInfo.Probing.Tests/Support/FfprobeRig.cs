using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.HeadStarts;
using MediaInfo.Probing.ObjectProxy;
using MediaInfo.Probing.Packets;
using MediaInfo.Probing.Playlists;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.Probing.Reading;
using MediaInfo.Probing.SelfTest;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>
/// The real ffprobe behind the real proxy, over objects in memory. The tests of a class share one proxy, as in a host.
/// </summary>
public sealed class FfprobeRig : IAsyncLifetime, IAsyncDisposable
{
    public const string Bucket = "example-bucket";

    private readonly ProbeOptions _options;
    private readonly LoopbackObjectProxy _proxy = new(ProxyRig.Urls);
    private readonly OrphanGuard _orphans = new(NullLogger<OrphanGuard>.Instance);

    // Package managers drop the execute bit, so the first test copies 80 MB for all the others.
    private readonly ToolBinary _binary;

    public FfprobeRig()
        : this(new ProbeOptions { FfprobePath = RepositoryTools.Ffprobe })
    {
    }

    private FfprobeRig(ProbeOptions options) => (_options, _binary) = (options, NewBinary(options));

    /// <summary>The rig around another ffprobe.</summary>
    public static FfprobeRig Of(string ffprobe) => new(new ProbeOptions { FfprobePath = ffprobe });

    public Task InitializeAsync() => _proxy.StartingAsync(CancellationToken.None);

    public Task DisposeAsync() => ((IAsyncDisposable)this).DisposeAsync().AsTask();

    ValueTask IAsyncDisposable.DisposeAsync()
    {
        _binary.Dispose();
        _orphans.Dispose();
        return _proxy.DisposeAsync();
    }

    /// <summary>A search with the real self-test through this proxy.</summary>
    public ToolBinary NewBinary(ProbeOptions options) =>
        new(
            Tool.Ffprobe(options),
            Child(options),
            new FfprobeSelfTest(_proxy, Child(options), new CacheMemory(options), options, TimeProvider.System),
            TimeProvider.System);

    public Task<ProbeResult> DescribeAsync(
        IObjectStore store, string key, ProbeOptions? options = null, CancellationToken cancellationToken = default) =>
        DescribeAsync(store, new ObjectRef(Bucket, key), options, cancellationToken);

    public async Task<ProbeResult> DescribeAsync(
        IObjectStore store, ObjectRef source, ProbeOptions? options = null, CancellationToken cancellationToken = default)
    {
        var limits = (options ?? _options) with { FfprobePath = _options.FfprobePath };
        var prober = new MediaProber(
            Runner(limits),
            new HeadStart(new PlaylistReader(ProxyRig.Urls)),
            new ObjectDescriber(limits),
            limits,
            NullLogger<MediaProber>.Instance);
        using var reads = JobReading.Of(source, store);
        return await prober.DescribeAsync(reads, cancellationToken);
    }

    /// <summary>Runs any binary on an object, as jobs do.</summary>
    public async Task<ToolRun> RunAsync(string ffprobe, IObjectStore store, string key, SandboxUse use)
    {
        using var session = JobReading.Session(new ObjectRef(Bucket, key), store);
        using var lease = _proxy.Open(session);
        return await Child(new ProbeOptions { Sandbox = use }).RunAsync(
            ffprobe,
            new ToolCall(FfprobeArguments.Describe(lease.Url), lease, TimeSpan.FromMinutes(2)) { Stopped = session.Stopped },
            CancellationToken.None);
    }

    /// <summary>The path under which this process runs the real ffprobe.</summary>
    public async Task<string> PathAsync() => (await _binary.FindAsync(CancellationToken.None)).Path;

    public async Task<(Core.Media.PacketCounts? Counts, StepOutcome Outcome)> CountAsync(ProxyStore store, string key)
    {
        using var reads = JobReading.Of(new ObjectRef(Bucket, key), store);
        return await CountAsync(reads);
    }

    public Task<(Core.Media.PacketCounts? Counts, StepOutcome Outcome)> CountAsync(ObjectReads reads) =>
        new PacketCounter(Runner(_options), new AnalysisOptions()).CountAsync(reads, CancellationToken.None);

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

    /// <summary>What runs the rig's ffprobe.</summary>
    public ProbeRunner Runner(ProbeOptions options) =>
        new(new ToolRunner(_proxy, new ToolProcess(_binary, Child(options), NullLogger<ToolProcess>.Instance)));

    private ToolChild Child(ProbeOptions options) =>
        new(Tool.Ffprobe(options), _orphans, new ChildSandbox(options, SandboxSupport.OfThisKernel), TimeProvider.System);
}
