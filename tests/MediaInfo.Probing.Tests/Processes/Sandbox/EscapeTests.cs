using System.Net;
using System.Net.Sockets;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.TestSupport.Sandbox;

namespace MediaInfo.Probing.Tests.Processes.Sandbox;

/// <summary>What a compromised child attempts without success.</summary>
[Trait("Platform", "Linux")]
public sealed class EscapeTests : IDisposable
{
    private readonly EscapingFfprobe _ffprobe = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public EscapeTests() => _listener.Start();

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _ffprobe.Dispose();
        _listener.Dispose();
    }

    [SandboxTheory]
    [InlineData("connect")]
    [InlineData("connect without connecting")]
    [InlineData("connect by IPv6")]
    [InlineData("connect by multipath TCP")]
    [InlineData("bind")]
    [InlineData("listen")]
    [InlineData("send a datagram")]
    [InlineData("open a socket of the machine")]
    [InlineData("open a pair of sockets")]
    [InlineData("open a raw socket")]
    [InlineData("open a packet socket")]
    [InlineData("ask the kernel for its routes")]
    [InlineData("open a socket of the hypervisor")]
    [InlineData("read the parent's environment")]
    [InlineData("read the parent's memory")]
    [InlineData("list the parent's descriptors")]
    [InlineData("see which program the parent runs")]
    [InlineData("see what the parent has open")]
    [InlineData("read its own environment file")]
    [InlineData("read the users")]
    [InlineData("read a file of the service")]
    [InlineData("list a folder")]
    [InlineData("write a file")]
    [InlineData("append to a file")]
    [InlineData("cut a file")]
    [InlineData("make a folder")]
    [InlineData("remove a file")]
    [InlineData("rename a file")]
    [InlineData("link a file")]
    [InlineData("change a mode")]
    [InlineData("change an owner")]
    [InlineData("change a time")]
    [InlineData("run a shell")]
    [InlineData("run itself again")]
    [InlineData("run a file in memory")]
    [InlineData("make a process")]
    [InlineData("make a process as the service does")]
    [InlineData("signal the parent")]
    [InlineData("signal the parent's thread")]
    [InlineData("have the parent signalled")]
    [InlineData("trace the parent")]
    [InlineData("hold the parent")]
    [InlineData("change the parent's limits")]
    [InlineData("change the parent's priority")]
    [InlineData("change the parent's processors")]
    [InlineData("open io_uring")]
    [InlineData("share memory")]
    [InlineData("watch files")]
    [InlineData("leave a namespace")]
    [InlineData("mount")]
    [InlineData("load a program into the kernel")]
    [InlineData("count events")]
    [InlineData("handle page faults")]
    [InlineData("use keys")]
    [InlineData("call as x32")]
    [InlineData("call what no kernel has yet")]
    public async Task An_escape_attempt_fails_with_an_ordinary_error(string attempt)
    {
        var told = await _ffprobe.TryAsync(attempt, Port, SandboxUse.WherePossible);

        Assert.Matches("^refused with error [1-9]", told);
        Assert.False(_listener.Pending());
        Assert.True(_ffprobe.HasDoneNothing);
    }

    // Otherwise the attempts above would prove nothing.
    [SandboxTheory]
    [InlineData("connect")]
    [InlineData("bind")]
    [InlineData("listen")]
    [InlineData("send a datagram")]
    [InlineData("open a socket of the machine")]
    [InlineData("read the parent's environment")]
    [InlineData("see which program the parent runs")]
    [InlineData("see what the parent has open")]
    [InlineData("read the users")]
    [InlineData("read a file of the service")]
    [InlineData("list a folder")]
    [InlineData("write a file")]
    [InlineData("change a mode")]
    [InlineData("run a shell")]
    [InlineData("run itself again")]
    [InlineData("run a file in memory")]
    [InlineData("make a process")]
    [InlineData("signal the parent")]
    public async Task Without_the_sandbox_the_attempt_succeeds(string attempt) =>
        Assert.Equal(EscapingFfprobe.Through, await _ffprobe.TryAsync(attempt, Port, SandboxUse.Off));

    [SandboxFact]
    public async Task The_child_may_connect_to_the_port_of_its_proxy() => Assert.Equal(
        EscapingFfprobe.Through, await _ffprobe.TryAsync("connect", Port, SandboxUse.WherePossible, proxyPort: Port));
}
