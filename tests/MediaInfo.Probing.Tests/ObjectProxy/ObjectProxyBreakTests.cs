using MediaInfo.Core.Jobs;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.ObjectProxy;

/// <summary>Reads that end early, for any reason: what was sent must never look complete.</summary>
public sealed class ObjectProxyBreakTests
{
    private const int Kilo = 1024;
    private const int Mega = 1024 * Kilo;

    public static TheoryData<string> Faults => ["io", "timeout", "cancelled", "other"];

    [Theory]
    [InlineData("io")]
    [InlineData("timeout")]
    [InlineData("cancelled")]
    public async Task A_broken_body_is_resumed_from_there_in_the_same_version(string kind)
    {
        await using var rig = await StartAsync();
        rig.Store.Content = (number, content) => number <= 3 ? new FailingStream(100, Fault(kind)) : content;
        using var client = rig.NewClient();

        using var answer = await client.SendAsync(ProxyRig.Get(rig.Lease.Url));

        Assert.Equal(Mega, (await answer.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal([0, 100, 200, 300], rig.Store.Requests.Select(request => request.Offset));
        Assert.Equal([null, "\"1\"", "\"1\"", "\"1\""], rig.Store.Requests.Select(request => request.ETag));
        Assert.Equal((4, Mega), (rig.Session.Usage.Requests, rig.Session.Usage.Bytes));
        Assert.Null(rig.Session.StorageFault);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Storage_that_keeps_failing_breaks_the_connection_and_is_recorded(string kind)
    {
        await using var rig = await StartAsync();
        var fault = Fault(kind);
        rig.Store.Content = (number, _) => new FailingStream(number == 1 ? 100 : 0, fault);

        await AssertBrokenAsync(rig);

        Assert.Same(fault, rig.Session.StorageFault);
        Assert.Null(rig.Session.Failure);
        Assert.Equal(string.Equals(kind, "other", StringComparison.Ordinal) ? 1 : 5, rig.Store.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Storage_that_fails_on_resume_breaks_the_connection_and_is_recorded(string kind)
    {
        await using var rig = await StartAsync();
        var fault = Fault(kind);
        rig.Store.Content = (number, content) => number == 1 ? new FailingStream(100, new IOException("first")) : content;
        rig.Store.Before = (number, _) => number > 1 ? throw fault : Task.CompletedTask;

        await AssertBrokenAsync(rig);

        Assert.Same(fault, rig.Session.StorageFault);
    }

    [Fact]
    public async Task An_outage_from_the_start_is_not_a_missing_object()
    {
        await using var rig = await StartAsync();
        rig.Store.Before = (_, _) => throw new IOException("away");

        await AssertBrokenAsync(rig);

        Assert.Equal("away", rig.Session.StorageFault!.Message);
        Assert.Null(rig.Session.Failure);
    }

    [Fact]
    public async Task Storage_that_sends_nothing_is_not_retried_forever()
    {
        await using var rig = await StartAsync();
        rig.Store.Content = (_, _) => Stream.Null;

        await AssertBrokenAsync(rig);

        Assert.Equal("Storage sent no bytes", rig.Session.StorageFault!.Message);
        Assert.Equal(5, rig.Store.Requests.Count);
    }

    [Fact]
    public async Task A_range_that_ends_early_is_resumed_from_where_it_ended()
    {
        await using var rig = await StartAsync(size: 300 * Kilo);
        rig.Store.Content = (number, content) => number == 1 ? new MemoryStream(new byte[100]) : content;
        using var client = rig.NewClient();

        using var answer = await client.SendAsync(ProxyRig.Get(rig.Lease.Url));

        Assert.Equal(300 * Kilo, (await answer.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal([0, 100], rig.Store.Requests.Select(request => request.Offset));
    }

    [Fact]
    public async Task An_object_overwritten_during_the_read_fails_the_session()
    {
        await using var rig = await StartAsync();
        rig.Store.Content = (number, content) => number == 1 ? new FailingStream(100, new IOException("broken")) : content;
        rig.Store.Before = (number, _) =>
        {
            if (number == 2)
            {
                rig.Store.Put(ProxyRig.Source, new byte[Mega]);
            }

            return Task.CompletedTask;
        };

        await AssertBrokenAsync(rig);

        Assert.Equal(FailureReason.ObjectChanged, rig.Session.Failure!.Reason);
        Assert.True(rig.Session.Stopped.IsCancellationRequested);
    }

    [Fact]
    public async Task A_spent_byte_budget_fails_the_session()
    {
        await using var rig = await StartAsync(new ProbeBudget(100, 300 * Kilo));

        await AssertBrokenAsync(rig);

        Assert.Equal(FailureReason.BudgetExceeded, rig.Session.Failure!.Reason);
        Assert.Single(rig.Store.Requests);
    }

    [Fact]
    public async Task A_spent_request_budget_fails_the_session()
    {
        await using var rig = await StartAsync(new ProbeBudget(2, long.MaxValue));
        rig.Store.Content = (_, _) => new FailingStream(100, new IOException("broken"));

        await AssertBrokenAsync(rig);

        Assert.Equal(FailureReason.BudgetExceeded, rig.Session.Failure!.Reason);
        Assert.Equal(2, rig.Store.Requests.Count);
    }

    [Fact]
    public async Task After_a_reader_hangs_up_reading_stops_without_a_storage_fault()
    {
        await using var rig = await StartAsync(size: 16 * Mega);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Store.Content = (_, content) => new ClosingStream(content, closed.SetResult);

        using (var client = rig.NewClient())
        {
            using var answer = await client.SendAsync(ProxyRig.Get(rig.Lease.Url), HttpCompletionOption.ResponseHeadersRead);
        }

        await closed.Task.SoonAsync();
        await rig.StopAsync();
        Assert.Single(rig.Store.Requests);
        Assert.InRange(rig.Session.Usage.Bytes, 1, 4 * Mega);
        Assert.Null(rig.Session.StorageFault);
        Assert.Null(rig.Session.Failure);
    }

    private static Exception Fault(string kind) => kind switch
    {
        "io" => new IOException("broken"),
        "timeout" => new TimeoutException("slow"),
        "cancelled" => new TaskCanceledException("storage's own time limit"),
        _ => new InvalidOperationException("something else"),
    };

    private static async Task<ProxyRig> StartAsync(ProbeBudget? budget = null, int size = Mega)
    {
        var rig = await ProxyRig.StartAsync(budget);
        rig.Store.Put(ProxyRig.Source, new byte[size]);
        return rig;
    }

    private static async Task AssertBrokenAsync(ProxyRig rig)
    {
        using var client = rig.NewClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(ProxyRig.Get(rig.Lease.Url)));
        await rig.StopAsync();
    }
}
