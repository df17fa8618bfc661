using System.Net;
using System.Net.Sockets;
using System.Text;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Sandbox;

namespace MediaInfo.Probing.Tests.Hostile;

/// <summary>What the sandbox alone denies the real ffprobe, and that its reports stay the same.</summary>
[Trait("Platform", "Linux")]
public sealed class SandboxedFfprobeTests(FfprobeRig rig) : IClassFixture<FfprobeRig>, IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public static TheoryData<string, string?> Clips()
    {
        var folder = RepositoryRoot.Combine("tests", "media");
        var clips = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path))
            .Where(clip => Path.GetExtension(clip) is not ".md")
            .Order(StringComparer.Ordinal);
        var all = new TheoryData<string, string?>();
        foreach (var (clip, release) in clips.SelectMany(_ => OtherTools.Releases.Prepend(null), ValueTuple.Create))
        {
            all.Add(clip, release);
        }

        return all;
    }

    public void Dispose() => _listener.Dispose();

    [Theory]
    [MemberData(nameof(Clips))]
    public async Task Ffprobes_report_is_the_same_with_and_without_the_sandbox(string clip, string? release)
    {
        var ffprobe = release is null ? await rig.PathAsync() : OtherTools.Ffprobe(release);
        var store = FfprobeRig.Clips();

        var free = await rig.RunAsync(ffprobe, store, clip, SandboxUse.Off);
        var confined = await rig.RunAsync(ffprobe, store, clip, SandboxUse.WherePossible);

        Assert.Equal((free.End, free.Code), (confined.End, confined.Code));
        Assert.Equal(Encoding.UTF8.GetString(free.Report.Span), Encoding.UTF8.GetString(confined.Report.Span));
    }

    [SandboxTheory]
    [InlineData(SandboxUse.WherePossible, false)]
    [InlineData(SandboxUse.Off, true)]
    public async Task A_bare_connection_is_made_only_without_the_sandbox(SandboxUse use, bool isMade)
    {
        _listener.Start();
        var isCalled = IsCalledAsync();

        var run = await RunAsync($"tcp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}", use);

        _listener.Stop();
        Assert.Equal((ToolEnd.Exited, 1, isMade), (run.End, run.Code, await isCalled));
    }

    // Without the sandbox, ffprobe would wait for a connection.
    [SandboxFact]
    public async Task Ffprobe_cannot_listen_on_a_port()
    {
        var run = await RunAsync($"tcp://0.0.0.0:{LoopbackPorts.TakeFree(1)[0]}?listen=1", SandboxUse.WherePossible);

        Assert.Equal((ToolEnd.Exited, 1, "Operation not permitted"), (run.End, run.Code, run.LastMessage));
    }

    // Without the sandbox, a static build crashes because it loads the machine's name service modules.
    [SandboxFact]
    public async Task A_host_name_fails_like_a_bad_file()
    {
        var run = await RunAsync("tcp://localhost:9", SandboxUse.WherePossible);

        Assert.Equal((ToolEnd.Exited, 1, "Input/output error"), (run.End, run.Code, run.LastMessage));
    }

    private async Task<bool> IsCalledAsync()
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task<ToolRun> RunAsync(string variant, SandboxUse use)
    {
        using var proxy = new PlainProxy($"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1000\n{variant}\n");
        using var orphans = new OrphanGuard(Microsoft.Extensions.Logging.Abstractions.NullLogger<OrphanGuard>.Instance);
        var options = new ProbeOptions { Sandbox = use };
        var sandbox = new ChildSandbox(options, SandboxSupport.OfThisKernel);
        var child = new ToolChild(Tool.Ffprobe(options), orphans, sandbox, TimeProvider.System);
        var arguments = FfprobeArguments.Describe("http://example-bucket.objects.invalid/index.m3u8");
        return await child.RunAsync(
            await rig.PathAsync(),
            new ToolCall(arguments, OpenProxy.LeaseOf(proxy.Url), TimeSpan.FromMinutes(2)),
            CancellationToken.None).SoonAsync();
    }
}
