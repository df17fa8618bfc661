using MediaInfo.Probing.ObjectProxy;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.Probing.Reading;
using MediaInfo.Probing.SelfTest;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>
/// The real ffmpeg behind the real proxy, over objects in memory. The tests of a class share one proxy, as in a host.
/// </summary>
public sealed class FfmpegRig : IAsyncLifetime, IAsyncDisposable
{
    public const string Bucket = FfprobeRig.Bucket;

    private readonly LoopbackObjectProxy _proxy = new(ProxyRig.Urls);
    private readonly OrphanGuard _orphans = new(NullLogger<OrphanGuard>.Instance);
    private readonly ToolBinary _binary;

    public FfmpegRig()
        : this(RepositoryTools.Ffmpeg)
    {
    }

    private FfmpegRig(string ffmpeg) => _binary = NewBinary(new FrameOptions { FfmpegPath = ffmpeg });

    /// <summary>The rig around another ffmpeg.</summary>
    public static FfmpegRig Of(string ffmpeg) => new(ffmpeg);

    public Task InitializeAsync() => _proxy.StartingAsync(CancellationToken.None);

    public Task DisposeAsync() => ((IAsyncDisposable)this).DisposeAsync().AsTask();

    ValueTask IAsyncDisposable.DisposeAsync()
    {
        _binary.Dispose();
        _orphans.Dispose();
        return _proxy.DisposeAsync();
    }

    /// <summary>A search with the real self-test through this proxy.</summary>
    public ToolBinary NewBinary(FrameOptions options, SandboxUse use = SandboxUse.WherePossible)
    {
        var (tool, reading) = (Tool.Ffmpeg(options), new ProbeOptions { Sandbox = use });
        var child = Child(options, use);
        var trial = new FfmpegSelfTest(_proxy, child, new CacheMemory(reading), reading, TimeProvider.System);
        return new ToolBinary(tool, child, trial, TimeProvider.System);
    }

    /// <summary>What runs the rig's ffmpeg.</summary>
    public ToolRunner Runner(FrameOptions? options = null) =>
        new(_proxy, new ToolProcess(
            _binary, Child(options ?? new FrameOptions(), SandboxUse.WherePossible), NullLogger<ToolProcess>.Instance));

    /// <summary>Runs it with a lease, confined or not.</summary>
    public async Task<ToolRun> RunAsync(IReadOnlyList<string> arguments, ProxyLease lease, SandboxUse use) =>
        await Child(new FrameOptions(), use).RunAsync(
            await PathAsync(), new ToolCall(arguments, lease, TimeSpan.FromMinutes(2)), CancellationToken.None);

    /// <summary>The path under which this process runs it.</summary>
    public async Task<string> PathAsync() => (await _binary.FindAsync(CancellationToken.None)).Path;

    private ToolChild Child(FrameOptions options, SandboxUse use) => new(
        Tool.Ffmpeg(options),
        _orphans,
        new ChildSandbox(new ProbeOptions { Sandbox = use }, SandboxSupport.OfThisKernel),
        TimeProvider.System);
}
