using MediaInfo.Probing.Reading;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Probing.Tests.Reading;

/// <summary>Storage that accepts a request and then sends nothing, or almost nothing.</summary>
public sealed class SilentStorageTests
{
    private const int Kilo = 1024;

    private readonly ManualTimeProvider _time = new();
    private readonly ScriptedObjectStore _store = new();

    [Fact]
    public async Task An_unanswered_request_is_sent_again()
    {
        _store.Before = (number, token) => number <= 2 ? ForEver(token) : Task.CompletedTask;

        Assert.Equal(100 * Kilo, (await PatientlyAsync(Take(100 * Kilo), requests: 3)).Length);
        Assert.Equal([0, 0, 0], _store.Requests.Select(request => request.Offset));
    }

    [Fact]
    public async Task Storage_that_never_answers_is_a_fault_after_five_requests()
    {
        _store.Before = (_, token) => ForEver(token);

        var fault = await Assert.ThrowsAsync<TimeoutException>(() => PatientlyAsync(Take(1)));

        Assert.Equal("Storage made no progress for 10 seconds", fault.Message);
        Assert.Equal(5, _store.Requests.Count);
    }

    [Fact]
    public async Task A_dribbling_body_is_resumed_from_where_it_stopped()
    {
        _store.Content = (number, content) => number == 1 ? new DribblingStream(_time, TimeSpan.FromSeconds(3)) : content;

        Assert.Equal(100 * Kilo, (await PatientlyAsync(Take(100 * Kilo), requests: 2)).Length);
        Assert.Equal(2, _store.Requests.Count);
        Assert.InRange(_store.Requests[1].Offset, 1, 3);
    }

    [Fact]
    public async Task Storage_that_only_dribbles_is_a_fault()
    {
        _store.Content = (_, _) => new DribblingStream(_time, TimeSpan.FromSeconds(9));

        await Assert.ThrowsAsync<TimeoutException>(() => PatientlyAsync(Take(100 * Kilo)));

        Assert.Equal(5, _store.Requests.Count);
    }

    [Fact]
    public async Task A_reader_that_pauses_is_not_a_storage_fault()
    {
        using var reads = Reads(1024 * Kilo);
        using var session = new ProbeSession(reads, ProbeBudget.Unlimited);
        var reader = session.Read(TestJobs.Source.Key, 0);
        await reader.OpenAsync(default);
        var first = await reader.NextAsync(default);

        _time.Advance(TimeSpan.FromHours(1));
        var rest = await reader.TakeAsync(1024 * Kilo, default);

        Assert.Equal(1024 * Kilo, first.Length + rest.Length);
        Assert.Single(_store.Requests);
    }

    private static Task ForEver(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    private async Task<byte[]> Take(int count)
    {
        using var reads = Reads(count);
        using var session = new ProbeSession(reads, ProbeBudget.Unlimited);
        return await session.Read(TestJobs.Source.Key, 0).TakeAsync(count, default);
    }

    private ObjectReads Reads(int size)
    {
        _store.Put(TestJobs.Source, new byte[size]);
        return JobReading.Of(TestJobs.Source, _store, _time);
    }

    // Moves the clock while a read waits, until the given number of requests has been sent.
    private async Task<byte[]> PatientlyAsync(Task<byte[]> read, int requests = int.MaxValue)
    {
        await Eventually.HoldsAsync("the read has ended", () =>
        {
            if (!read.IsCompleted && _store.Requests.Count < requests && _time.WaitingTimers > 0)
            {
                _time.Advance(TimeSpan.FromSeconds(1));
            }

            return read.IsCompleted;
        });
        return await read;
    }
}
