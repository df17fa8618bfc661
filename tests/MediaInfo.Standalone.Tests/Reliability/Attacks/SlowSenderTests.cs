using System.Diagnostics;
using System.Text;
using MediaInfo.Standalone.Tests.EndToEnd;
using Xunit.Abstractions;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class SlowSenderTests(LimitedService limited, ITestOutputHelper output) : IClassFixture<LimitedService>
{
    private const int Each = 100;
    private const long MuchMemory = 100L << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private Uri Endpoint => limited.Service.Process.Endpoint;

    [Fact]
    public async Task Slow_and_idle_connections_are_closed_while_others_are_answered()
    {
        var before = limited.Service.Use;
        var watch = Stopwatch.StartNew();
        var slow = Task.WhenAll(
        [
            .. Enumerable.Range(0, Each).Select(_ => DripAsync("GET /?a=")),
            .. Enumerable.Range(0, Each).Select(
                _ => DripAsync("POST /?Format=JSON HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n")),
            .. Enumerable.Range(0, Each).Select(
                _ => DripAsync("POST /v1/p/extract-metadata HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n10000\r\n")),
            .. Enumerable.Range(0, 2 * Each).Select(_ => DripAsync("")),
        ]);

        var answered = 0;
        var longest = TimeSpan.Zero;
        while (!slow.IsCompleted)
        {
            var begin = watch.Elapsed;
            await limited.Service.Client.CallAsync("SearchPipeline");
            longest = watch.Elapsed - begin > longest ? watch.Elapsed - begin : longest;
            answered++;
            await Task.Delay(20);
        }

        var ends = await slow;
        Assert.All(ends[..Each], end => Assert.True(end is null or { Status: 408 or 400 }, $"{end}"));
        Assert.All(
            ends[Each..(2 * Each)], end => Assert.True(end is { Status: 408 } && VendorShape.RpcProblem(end) is null, $"{end}"));
        Assert.All(
            ends[(2 * Each)..(3 * Each)],
            end => Assert.True(end is { Status: 408 } && VendorShape.MpcProblem(end) is null, $"{end}"));
        Assert.All(ends[^(2 * Each)..], Assert.Null);
        Assert.InRange(limited.Service.Use.Memory, 0, before.Memory + MuchMemory);
        await limited.Service.UsesNoMoreThanAsync(before, moreToStorage: 64);
        Assert.DoesNotContain("unhandled exception", limited.Service.Process.Output, StringComparison.OrdinalIgnoreCase);
        Figures.Print(output, $"""
            {ends.Length} slow and idle connections: all ended within {watch.Elapsed.TotalSeconds:F1} s, {answered} other requests answered meanwhile, the slowest in {longest.TotalMilliseconds:F0} ms; before {before}; after {limited.Service.Use}
            """);
    }

    [Fact]
    public async Task Connections_beyond_the_limit_are_closed_and_the_others_continue()
    {
        await limited.Service.Client.CallAsync("SearchPipeline");
        var open = new List<RawConnection>();
        try
        {
            for (var i = 0; i < LimitedService.Connections + Each; i++)
            {
                open.Add(await RawConnection.OpenAsync(Endpoint));
            }

            // The client for the call below already has its connection.
            using var limit = new CancellationTokenSource(Patience);
            Assert.Null(await open[^1].AnswerAsync(limit.Token));
            Assert.InRange(limited.Service.Use.Inbound, 0, LimitedService.Connections);
            await limited.Service.Client.CallAsync("SearchPipeline");
        }
        finally
        {
            open.ForEach(connection => connection.Dispose());
        }

        await limited.Service.AssertWorksAsync("after-many.mp4");
    }

    [Fact]
    public async Task Callers_who_hang_up_midway_cause_no_errors()
    {
        for (var times = 0; times < Each; times++)
        {
            using var connection = await RawConnection.OpenAsync(Endpoint);
            await connection.SendAsync(
                Encoding.ASCII.GetBytes("POST /?Format=JSON HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\nhalf"));
            await Task.Delay(times % 5);
        }

        await limited.Service.AssertWorksAsync("after-hanging-up.mp4");
        Assert.DoesNotContain("unhandled exception", limited.Service.Process.Output, StringComparison.OrdinalIgnoreCase);

        // Kestrel reports a body that came too slowly, as other tests here send them, as one that it could not drain.
        var failures = limited.Service.Process.Output.Split('\n').Where(line => line.Contains(" fail: ", StringComparison.Ordinal)
            && !line.Contains("automatic draining of the request body failed", StringComparison.Ordinal));
        Assert.True(!failures.Any(), string.Join('\n', failures));
    }

    // Sends a byte at intervals until the server ends the connection.
    private async Task<RawAnswer?> DripAsync(string begin)
    {
        using var connection = await RawConnection.OpenAsync(Endpoint);
        using var limit = new CancellationTokenSource(Patience);
        await connection.SendAsync(Encoding.ASCII.GetBytes(begin));
        var answer = connection.AnswerAsync(limit.Token);
        while (begin.Length > 0 && !answer.IsCompleted && await connection.SendAsync("a"u8.ToArray(), limit.Token))
        {
            await Task.WhenAny(answer, Task.Delay(Pause));
        }

        return await answer;
    }
}
