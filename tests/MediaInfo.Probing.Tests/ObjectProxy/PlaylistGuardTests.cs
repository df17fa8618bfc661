using System.Text;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests.ObjectProxy;

/// <summary>
/// Which bytes of an answer the proxy changes: only those with which a playlist would name a bare connection ("tcp:").
/// </summary>
public sealed class PlaylistGuardTests : IAsyncLifetime
{
    private const string Header = "#EXTM3U\n";

    private ProxyRig _rig = null!;

    public async Task InitializeAsync() => _rig = await ProxyRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [InlineData("tcp://a", "tcp_//a")]
    [InlineData(@"t\cp://a", @"t\cp_//a")]
    [InlineData(@"tcp\://a", @"tcp\_//a")]
    [InlineData(@"\t\\c\p\:a", @"\t\\c\p\_a")]
    [InlineData("ttcp:tctcp:", "ttcp_tctcp_")]
    [InlineData("tcp:tcp:", "tcp_tcp_")]
    [InlineData("TCP:a tcp a:tcp; tcpx: http://a/tcp", "TCP:a tcp a:tcp; tcpx: http://a/tcp")]
    public async Task After_a_header_the_colon_of_a_bare_connection_is_replaced(string line, string passed) =>
        Assert.Equal(Header + passed, await ReadAsync(Header + line));

    [Theory]
    [InlineData("tcp://a")]
    [InlineData("#EXTM3\ntcp://a")]
    [InlineData("#extm3u\ntcp://a")]
    [InlineData("tcp://a\n#EXTM3U")]
    public async Task Without_a_preceding_header_nothing_is_changed(string text) => Assert.Equal(text, await ReadAsync(text));

    // The proxy reads storage in pieces and forwards each one separately.
    [Fact]
    public async Task A_header_that_spans_two_pieces_is_found()
    {
        var text = new StringBuilder();
        foreach (var piece in new[] { 4, 8, 16, 32, 64, 128, 256 })
        {
            for (var before = 8; before >= 0; before--)
            {
                text.Clear().Append('\u0001', (piece * 1024) - before).Append(Header).Append("tcp:");

                Assert.EndsWith("#EXTM3U\ntcp_", await ReadAsync(text.ToString()), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task An_answer_that_starts_after_the_header_is_guarded_once_the_header_was_seen()
    {
        _rig.Store.Put(ProxyRig.Source, Encoding.Latin1.GetBytes(Header + "tcp:"));
        using var client = _rig.NewClient();
        await ReadAsync(client, range: null);

        Assert.Equal("tcp_", await ReadAsync(client, "bytes=8-"));
    }

    private async Task<string> ReadAsync(string content)
    {
        _rig.Store.Put(ProxyRig.Source, Encoding.Latin1.GetBytes(content));
        using var session = TestSupport.Memory.JobReading.Session(ProxyRig.Source, _rig.Store);
        using var lease = _rig.Open(session);
        using var client = ProxyRig.NewClient(lease);
        return await ReadAsync(client, range: null);
    }

    private async Task<string> ReadAsync(HttpClient client, string? range)
    {
        using var answer = await client.SendAsync(ProxyRig.Get(_rig.Lease.Url, range));
        return Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
    }
}
