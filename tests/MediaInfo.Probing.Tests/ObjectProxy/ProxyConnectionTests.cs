using System.Net.Sockets;
using System.Text;
using MediaInfo.Core.Jobs;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.ObjectProxy;

/// <summary>Limits on connections to the proxy, which any local process can open.</summary>
public sealed class ProxyConnectionTests : IAsyncLifetime
{
    private const string Own = "http://example-bucket.objects.invalid/dir/sample.mp4";
    private const int MaxStrangers = 128;
    private const int MaxPerLease = 256;

    private readonly List<TcpClient> _clients = [];
    private ProxyRig _rig = null!;

    public async Task InitializeAsync()
    {
        _rig = await ProxyRig.StartAsync();

        // More than the buffers hold, so a client that does not read keeps its connection.
        _rig.Store.Put(ProxyRig.Source, new byte[4 << 20]);
    }

    public async Task DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await _rig.DisposeAsync();
    }

    [Fact]
    public async Task The_oldest_silent_connections_are_closed_and_a_lease_can_read()
    {
        const int many = 3 * MaxStrangers;
        var silent = await ConnectAsync(many);

        Assert.StartsWith("HTTP/1.1 206", await AskAsync(), StringComparison.Ordinal);

        await Eventually.HoldsAsync("no more strangers than their bound are left", () => silent.Count(IsOpen) <= MaxStrangers);
        Assert.DoesNotContain(silent[..(many - MaxStrangers - 1)], IsOpen);
    }

    [Fact]
    public async Task Slow_or_unauthorized_connections_do_not_block_a_lease()
    {
        foreach (var begin in new[] { "GET ", $"GET {Own} HTTP/1.1\r\nHost: a\r\n\r\n" })
        {
            foreach (var client in await ConnectAsync(2 * MaxStrangers))
            {
                await SendAsync(client, begin);
            }
        }

        Assert.StartsWith("HTTP/1.1 206", await AskAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_connection_is_closed_soon()
    {
        var silent = Assert.Single(await ConnectAsync(1));

        await Eventually.HoldsAsync("it is broken off", () => !IsOpen(silent));
    }

    [Fact]
    public async Task A_connection_with_a_lease_stays_open_however_many_others_arrive()
    {
        var reading = await ReadAsync(1);

        await ConnectAsync(3 * MaxStrangers);

        Assert.All(reading, client => Assert.True(IsOpen(client)));
    }

    [Fact]
    public async Task Too_many_concurrent_connections_of_a_lease_fail_its_session()
    {
        await ReadAsync(MaxPerLease);
        Assert.Null(_rig.Session.Failure);

        Assert.StartsWith("HTTP/1.1 503", await AskAsync(), StringComparison.Ordinal);

        Assert.Equal(
            new JobFailure(
                FailureReason.BudgetExceeded, $"Reading the object took more than {MaxPerLease} concurrent connections"),
            _rig.Session.Failure);
    }

    [Fact]
    public async Task A_closed_connection_no_longer_counts()
    {
        for (var times = 0; times < 2 * MaxPerLease; times++)
        {
            Assert.StartsWith("HTTP/1.1 206", await AskAsync(), StringComparison.Ordinal);
        }
    }

    private static bool IsOpen(TcpClient client)
    {
        try
        {
            return !client.Client.Poll(0, SelectMode.SelectRead) || client.Client.Available > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task SendAsync(TcpClient client, string text)
    {
        try
        {
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));
        }
        catch (IOException)
        {
            // The proxy has closed it.
        }
    }

    private Task<string> AskAsync() => _rig.AskAsync($"GET {Own}", ProxyRig.CredentialOf(_rig.Lease));

    // Each client requests the whole object and reads its first bytes.
    private async Task<List<TcpClient>> ReadAsync(int count)
    {
        var clients = new List<TcpClient>();
        var begin = new byte["HTTP/1.1 206".Length];
        for (var n = 0; n < count; n++)
        {
            var client = Assert.Single(await ConnectAsync(1));
            clients.Add(client);
            await SendAsync(
                client, $"GET {Own} HTTP/1.1\r\nHost: a\r\nProxy-Authorization: {ProxyRig.CredentialOf(_rig.Lease)}\r\n\r\n");
            await client.GetStream().ReadExactlyAsync(begin);
            Assert.Equal("HTTP/1.1 206", Encoding.Latin1.GetString(begin));
        }

        return clients;
    }

    private async Task<List<TcpClient>> ConnectAsync(int count)
    {
        var proxy = new Uri(_rig.Lease.ProxyUrl);
        var clients = new List<TcpClient>();
        for (var n = 0; n < count; n++)
        {
            var client = new TcpClient();
            _clients.Add(client);
            clients.Add(client);
            await client.ConnectAsync(proxy.Host, proxy.Port);
        }

        return clients;
    }
}
