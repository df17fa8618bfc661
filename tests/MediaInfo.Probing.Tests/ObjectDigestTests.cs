using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using NSubstitute;

namespace MediaInfo.Probing.Tests;

public sealed class ObjectDigestTests
{
    private const int Range = 4 * 1024 * 1024;

    private readonly ManualTimeProvider _time = new();
    private readonly InMemoryObjectStore _store = new();

    [Theory]
    [InlineData("a", "0cc175b9c0f1b6a831c399e269772661")]
    [InlineData("abc", "900150983cd24fb0d6963f7d28e17f72")]
    [InlineData(
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
        "57edf4a22be3c955ac49da2e2107b67a")]
    public async Task The_digest_is_the_MD5_of_RFC_1321(string text, string md5)
    {
        _store.Put(TestJobs.Source, System.Text.Encoding.ASCII.GetBytes(text));

        Assert.Equal(new StepOutcome(null, new ProbeUsage(1, text.Length, 0), md5), await ComputeAsync());
    }

    // Expected values from `head -c N /dev/zero | md5sum`.
    [Theory]
    [InlineData(Range, 1, "b5cfa9d6c8febd618f91ac2843d50a1c")]
    [InlineData(Range + 1, 2, "0512b81efac65efad48880543d4d60af")]
    [InlineData((2 * Range) + (1024 * 1024), 2, "b82b4ab87e44976024abc14a1670dac0")]
    public async Task A_large_object_is_read_in_one_4_MB_range_and_then_in_8_MB_ranges(int size, int requests, string md5)
    {
        _store.Put(TestJobs.Source, new byte[size]);

        Assert.Equal(new StepOutcome(null, new ProbeUsage(requests, size, 0), md5), await ComputeAsync());
    }

    [Fact]
    public async Task A_stored_MD5_is_used_without_reading_the_object()
    {
        _store.Put(TestJobs.Source, new byte[2 * Range], contentMd5: "0123456789abcdef0123456789abcdef");

        Assert.Equal(new StepOutcome(null, new ProbeUsage(1, 0, 0), "0123456789abcdef0123456789abcdef"), await ComputeAsync());
    }

    [Fact]
    public async Task An_object_overwritten_during_the_read_has_no_digest()
    {
        var store = Substitute.For<IObjectStore>();
        store.ReadAsync(TestJobs.Source, 0, Range, null, Arg.Any<CancellationToken>()).Returns(
            ObjectRead.Found(new ObjectProperties(Range + 1, "\"1\"", null, null), new MemoryStream(new byte[Range])));
        store.ReadAsync(
            TestJobs.Source, Arg.Is<long>(offset => offset > 0), Arg.Any<long>(), "\"1\"", Arg.Any<CancellationToken>()).Returns(
                ObjectRead.None(ObjectReadStatus.Changed));

        var outcome = await ComputeAsync(store);

        Assert.Equal(
            new StepOutcome(
                new JobFailure(FailureReason.ObjectChanged, "The object was overwritten while it was being read"),
                new ProbeUsage(2, Range, 0)),
            outcome);
    }

    [Fact]
    public async Task A_missing_or_empty_object_has_no_digest()
    {
        Assert.Equal((FailureReason.ObjectNotFound, null), await ReasonAsync());

        _store.Put(TestJobs.Source, []);
        Assert.Equal((FailureReason.ObjectEmpty, null), await ReasonAsync());
    }

    [Fact]
    public async Task A_read_that_takes_too_long_ends_at_the_time_limit()
    {
        var compute = ComputeAsync(Hanging());
        _time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1));
        Assert.False(compute.IsCompleted);
        _time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(
            new JobFailure(FailureReason.TimedOut, "Reading the whole object took too long"),
            (await compute.SoonAsync()).Failure);
    }

    [Fact]
    public async Task A_stopping_host_is_not_reported_as_a_timeout()
    {
        using var stop = new CancellationTokenSource();
        var compute = ComputeAsync(Hanging(), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => compute.SoonAsync());
    }

    [Fact]
    public async Task A_storage_fault_is_left_for_the_next_attempt()
    {
        _store.Outage.Begin();

        await Assert.ThrowsAsync<IOException>(() => ComputeAsync());
    }

    private static IObjectStore Hanging()
    {
        var store = Substitute.For<IObjectStore>();
        store.ReadAsync(default!, default, default, default, default).ReturnsForAnyArgs(async call =>
        {
            await Task.Delay(Timeout.Infinite, call.Arg<CancellationToken>());
            return ObjectRead.None(ObjectReadStatus.NotFound);
        });
        return store;
    }

    private async Task<(FailureReason? Reason, string? Md5)> ReasonAsync()
    {
        var outcome = await ComputeAsync();
        return (outcome.Failure?.Reason, outcome.Md5);
    }

    private async Task<StepOutcome> ComputeAsync(IObjectStore? store = null, CancellationToken cancellationToken = default)
    {
        using var reads = JobReading.Of(TestJobs.Source, store ?? _store, _time);
        return await new ObjectDigest(new AnalysisOptions(), _time).ComputeAsync(reads, cancellationToken);
    }
}
