using System.Net;
using System.Net.Sockets;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Sandbox;

namespace MediaInfo.Probing.Tests.Hostile;

/// <summary>What the sandbox alone denies the real ffmpeg, whatever its arguments say.</summary>
[Trait("Platform", "Linux")]
public sealed class SandboxedFfmpegTests(FfmpegRig rig) : IClassFixture<FfmpegRig>, IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _folder = Directory.CreateTempSubdirectory("mediainfo-test-").FullName;

    public void Dispose()
    {
        _listener.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [SandboxTheory]
    [InlineData(SandboxUse.WherePossible, false)]
    [InlineData(SandboxUse.Off, true)]
    public async Task A_connection_is_made_only_without_the_sandbox(SandboxUse use, bool isMade)
    {
        _listener.Start();
        var isCalled = IsCalledAsync();

        var run = await RunAsync(use, "-i", $"tcp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}", "-f", "null", "-");

        _listener.Stop();
        Assert.Equal((ToolEnd.Exited, isMade), (run.End, await isCalled));
    }

    [SandboxTheory]
    [InlineData(SandboxUse.WherePossible, 1)]
    [InlineData(SandboxUse.Off, 0)]
    public async Task A_file_is_read_only_without_the_sandbox(SandboxUse use, int code)
    {
        var run = await RunAsync(use, "-i", RepositoryRoot.Combine("tests", "media", "sample.mp4"), "-f", "null", "-");

        Assert.Equal((ToolEnd.Exited, code), (run.End, run.Code));
    }

    [SandboxTheory]
    [InlineData(SandboxUse.WherePossible, false)]
    [InlineData(SandboxUse.Off, true)]
    public async Task A_file_is_written_only_without_the_sandbox(SandboxUse use, bool isWritten)
    {
        var file = Path.Combine(_folder, "picture.png");

        await RunAsync(use, "-f", "lavfi", "-i", "color=red:s=16x16:d=1", "-frames:v", "1", file);

        Assert.Equal(isWritten, File.Exists(file));
    }

    [SandboxFact]
    public async Task It_cannot_listen_on_a_port()
    {
        var run = await RunAsync(
            SandboxUse.WherePossible,
            "-i", $"tcp://0.0.0.0:{LoopbackPorts.TakeFree(1)[0]}?listen=1", "-f", "null", "-");

        Assert.Equal((ToolEnd.Exited, 1), (run.End, run.Code));
        Assert.Contains("Operation not permitted", run.Messages, StringComparison.Ordinal);
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

    private Task<ToolRun> RunAsync(SandboxUse use, params string[] arguments) =>
        rig.RunAsync(["-hide_banner", "-nostdin", .. arguments], OpenProxy.Lease, use).SoonAsync();
}
