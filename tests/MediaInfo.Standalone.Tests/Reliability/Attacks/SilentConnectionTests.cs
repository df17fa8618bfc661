using System.Diagnostics;
using System.Globalization;
using System.Text;
using MediaInfo.Standalone.Tests.EndToEnd;
using MediaInfo.TestSupport;
using Xunit.Abstractions;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>
/// Connections on which the client sends nothing or reads nothing, and other clients that want service meanwhile.
/// </summary>
[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class SilentConnectionTests(ITestOutputHelper output)
{
    private const int Many = 3000;
    private const int Few = 10;
    private const string Other = "127.0.0.2";

    private const string KnownInput =
        $$"""{"Bucket":"{{StandaloneFixture.Bucket}}","Location":"oss-cn-hangzhou","Object":"a.mp4"}""";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Three_thousand_silent_connections_from_one_address_do_not_block_others()
    {
        // No timeout is reached, so only the limits per address help.
        await using var service = await FuzzedService.StartAsync(
            ("MediaInfo__Http__HeadTimeout", "00:05:00"), ("MediaInfo__Http__IdleTimeout", "01:00:00"));
        var silent = new List<RawConnection>();
        try
        {
            await OpenAsync(silent, service.Process.Endpoint, Many, _ => "127.0.0.1");

            var watch = Stopwatch.StartNew();
            Assert.Equal(200, await LiveAsync(service.Process.Endpoint, Other));
            Assert.Equal(200, await LiveAsync(service.Process.Endpoint, "127.0.0.1"));
            await service.Client.CallAsync("SearchPipeline");
            Figures.Print(
                output,
                $"{Many} silent connections of one address: three others were answered in {watch.Elapsed.TotalMilliseconds:F0} ms; {service.Use}");
            Assert.InRange(service.Use.Inbound, 900, 1100);
        }
        finally
        {
            silent.ForEach(connection => connection.Dispose());
        }
    }

    [Fact]
    public async Task Silent_connections_from_many_addresses_do_not_block_others()
    {
        await using var service = await FuzzedService.StartAsync(
            ("MediaInfo__Http__HeadTimeout", "00:05:00"),
            ("MediaInfo__Http__MaxConnections", "100"),
            ("MediaInfo__Http__MaxConnectionsPerAddress", "10"));
        var silent = new List<RawConnection>();
        try
        {
            await OpenAsync(
                silent,
                service.Process.Endpoint,
                500,
                number => string.Create(CultureInfo.InvariantCulture, $"127.0.1.{number % 50}"));

            Assert.Equal(200, await LiveAsync(service.Process.Endpoint, Other));
            Assert.InRange(service.Use.Inbound, 0, 130);
        }
        finally
        {
            silent.ForEach(connection => connection.Dispose());
        }
    }

    [Fact]
    public async Task If_no_connection_is_idle_health_is_still_answered_on_its_own_port()
    {
        var port = LoopbackPorts.TakeFree(1)[0];
        using var gate =
            new GatedFfprobe(RepositoryTools.Ffprobe);
        await using var service = await FuzzedService.StartAsync(
            ("MediaInfo__Probe__FfprobePath", gate.FullPath),
            ("MediaInfo__Http__MaxConnections", $"{Few}"), ("MediaInfo__Http__MaxConnectionsPerAddress", $"{Few}"),
            ("MediaInfo__Http__HealthPort", $"{port}"), ("MediaInfo__Gateway__SynchronousBudget", "00:03:00"));
        var health = new Uri($"http://127.0.0.1:{port}");
        var call = new ApiCall(Dialect.RpcQuery, "SubmitMediaInfoJob", [("Input", KnownInput), ("Async", "false")]);
        var busy = new List<RawConnection>();
        try
        {
            for (var number = 0; number < Few; number++)
            {
                busy.Add(await RawConnection.OpenAsync(service.Process.Endpoint));
                await busy[^1].SendAsync(CallSigner.Sign(call, service.Process.Endpoint).ToBytes());
            }

            await EndToEnd.ProcessPatience.HoldsAsync(
                "every call waits", service.Process, async () => (await service.Stored.StatesAsync()).Count == Few);
            Assert.Null(await LiveAsync(service.Process.Endpoint, Other));
            Assert.Equal(200, await LiveAsync(health, Other));
            Assert.Equal(200, await AskAsync(health, "127.0.0.1", "/health/ready"));
            Assert.Equal(404, await AskAsync(health, "127.0.0.1", "/"));
        }
        finally
        {
            busy.ForEach(connection => connection.Dispose());
        }
    }

    [Fact]
    public async Task Silent_connections_to_the_health_port_do_not_block_others()
    {
        var port = LoopbackPorts.TakeFree(1)[0];
        await using var service = await FuzzedService.StartAsync(("MediaInfo__Http__HealthPort", $"{port}"));
        var health = new Uri($"http://127.0.0.1:{port}");
        var silent = new List<RawConnection>();
        try
        {
            await OpenAsync(silent, health, 300, _ => "127.0.0.1");

            Assert.Equal(200, await LiveAsync(health, Other));
        }
        finally
        {
            silent.ForEach(connection => connection.Dispose());
        }
    }

    [Theory]
    [InlineData("POST /?Format=JSON HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf")]
    [InlineData("POST /v1/p/extract-metadata HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\nhalf")]
    [InlineData("GET / HTTP/1.1\r\nHost: ")]
    public async Task Partial_requests_do_not_block_others(string half)
    {
        await using var service = await FuzzedService.StartAsync(
            ("MediaInfo__Http__HeadTimeout", "00:05:00"),
            ("MediaInfo__Http__MaxConnections", $"{Few}"),
            ("MediaInfo__Gateway__BodyTimeout", "00:10:00"));
        var slow = new List<RawConnection>();
        try
        {
            for (var number = 0; number < Few; number++)
            {
                slow.Add(await RawConnection.OpenAsync(service.Process.Endpoint));
                await slow[^1].SendAsync(Encoding.ASCII.GetBytes(half));
            }

            Assert.Equal(200, await LiveAsync(service.Process.Endpoint, Other));
        }
        finally
        {
            slow.ForEach(connection => connection.Dispose());
        }
    }

    [Fact]
    public async Task A_client_that_sends_endlessly_and_reads_no_answers_does_not_block_others()
    {
        await using var service = await FuzzedService.StartAsync(("MediaInfo__Http__MaxConnections", $"{Few}"));
        await service.AssertWorksAsync("before.mp4");
        var before = service.Use;
        var deaf = new List<RawConnection>();
        try
        {
            for (var number = 0; number < Few; number++)
            {
                deaf.Add(await RawConnection.OpenAsync(service.Process.Endpoint));
                await AskWithoutEndAsync(deaf[^1], service.Process.Endpoint);
            }

            Assert.Equal(200, await LiveAsync(service.Process.Endpoint, Other));
            Assert.InRange(service.Use.Memory, 0, before.Memory + (100L << 20));
        }
        finally
        {
            deaf.ForEach(connection => connection.Dispose());
        }
    }

    [Fact]
    public async Task Other_HTTP_versions_are_not_supported()
    {
        await using var service = await FuzzedService.StartAsync();
        using var connection = await RawConnection.OpenAsync(service.Process.Endpoint);
        using var limit = new CancellationTokenSource(Patience);

        await connection.SendAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());

        Assert.NotEqual(200, (await connection.AnswerAsync(limit.Token))?.Status);
    }

    // Each answer repeats the request several times, so the unread answers soon fill the buffers.
    private static async Task AskWithoutEndAsync(RawConnection connection, Uri endpoint)
    {
        var call = CallSigner.Sign(
            new ApiCall(Dialect.RpcQuery, "SearchPipeline", [("a", new string(' ', 5000))]) { Secret = "wrong" }, endpoint);
        using var blocked = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        try
        {
            while (await connection.SendAsync(call.ToBytes(), blocked.Token))
            {
                // Sends as long as the server accepts requests.
            }
        }
        catch (OperationCanceledException)
        {
            // The server no longer accepts requests.
        }
    }

    // A call whose job never starts.
    private static async Task OpenAsync(List<RawConnection> opened, Uri endpoint, int count, Func<int, string> from)
    {
        for (var number = 0; number < count; number++)
        {
            opened.Add(await RawConnection.OpenAsync(endpoint, from(number)));
        }
    }

    private static Task<int?> LiveAsync(Uri endpoint, string from) => AskAsync(endpoint, from, "/health/live");

    // Null if the connection was closed without an answer.
    private static async Task<int?> AskAsync(Uri endpoint, string from, string path)
    {
        using var connection = await RawConnection.OpenAsync(endpoint, from);
        using var limit = new CancellationTokenSource(Patience);
        await connection.SendAsync(
            Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), limit.Token);
        return (await connection.AnswerAsync(limit.Token))?.Status;
    }
}
