using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using NSubstitute;

namespace MediaInfo.Probing.Tests;

public sealed class ProbeSessionTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly InMemoryObjectStore _store = new();

    [Fact]
    public async Task Reads_stay_in_the_jobs_bucket_and_are_counted()
    {
        Put(TestJobs.Source.Key, 10);
        Put("other.ts", 4);
        using var session = Session();

        await using var source = await session.ReadAsync(TestJobs.Source.Key, 2, 5, CancellationToken.None);
        await using var other = await session.ReadAsync("other.ts", 0, 100, CancellationToken.None);
        session.Count(5);
        session.Count(4);
        _time.Advance(TimeSpan.FromMilliseconds(1500));

        Assert.Equal((5, 4), (source.Content.Length, other.Content.Length));
        Assert.Equal(new ProbeUsage(2, 9, 1500), session.Usage);
        Assert.Equal(10, session.SourceProperties!.Size);
        Assert.Null(session.Failure);
        Assert.False(session.Stopped.IsCancellationRequested);
    }

    [Fact]
    public async Task Each_object_is_always_read_in_the_version_first_read()
    {
        var store = Substitute.For<IObjectStore>();
        store.ReadAsync(default!, default, default, default, default).ReturnsForAnyArgs(call =>
            ObjectRead.Found(new ObjectProperties(100, $"\"{call.Arg<ObjectRef>().Key} 1\"", null, null), Stream.Null));
        using var session = Session(store);

        foreach (var key in new[] { "a", "b", "a", "b" })
        {
            await session.ReadAsync(key, 0, 1, CancellationToken.None);
        }

        Received.InOrder(() =>
        {
            _ = store.ReadAsync(new ObjectRef("example-bucket", "a"), 0, 1, null, Arg.Any<CancellationToken>());
            _ = store.ReadAsync(new ObjectRef("example-bucket", "b"), 0, 1, null, Arg.Any<CancellationToken>());
            _ = store.ReadAsync(new ObjectRef("example-bucket", "a"), 0, 1, "\"a 1\"", Arg.Any<CancellationToken>());
            _ = store.ReadAsync(new ObjectRef("example-bucket", "b"), 0, 1, "\"b 1\"", Arg.Any<CancellationToken>());
        });
    }

    [Fact]
    public async Task An_overwritten_object_ends_the_session()
    {
        Put(TestJobs.Source.Key, 10);
        using var session = Session();
        await session.ReadAsync(TestJobs.Source.Key, 0, 5, CancellationToken.None);

        Put(TestJobs.Source.Key, 10);
        await using var read = await session.ReadAsync(TestJobs.Source.Key, 5, 5, CancellationToken.None);

        Assert.Equal(ObjectReadStatus.Changed, read.Status);
        AssertFailed(session, FailureReason.ObjectChanged, "The object was overwritten while it was being read");
    }

    [Fact]
    public async Task An_overwritten_segment_ends_the_session()
    {
        Put("segment.ts", 10);
        using var session = Session();
        await session.ReadAsync("segment.ts", 0, 5, CancellationToken.None);

        Put("segment.ts", 10);
        await session.ReadAsync("segment.ts", 5, 5, CancellationToken.None);

        AssertFailed(session, FailureReason.ObjectChanged, "The object was overwritten while it was being read");
    }

    [Theory]
    [InlineData(ObjectReadStatus.NotFound, FailureReason.ObjectNotFound, "The object does not exist")]
    [InlineData(ObjectReadStatus.Denied, FailureReason.ObjectDenied, "Access to the object is denied")]
    [InlineData(
        ObjectReadStatus.Archived,
        FailureReason.ObjectArchived,
        "dir/sample.mp4 is in the archive tier. Bring it back to an online tier first")]
    public async Task The_jobs_own_object_must_exist(ObjectReadStatus status, FailureReason reason, string detail)
    {
        using var session = Session(Answering(status));

        await session.ReadAsync(TestJobs.Source.Key, 0, 1, CancellationToken.None);

        AssertFailed(session, reason, detail);
    }

    [Theory]
    [InlineData(ObjectReadStatus.NotFound)]
    [InlineData(ObjectReadStatus.Denied)]
    public async Task Other_objects_in_the_bucket_need_not_exist(ObjectReadStatus status)
    {
        using var session = Session(Answering(status));

        await session.ReadAsync("segment.ts", 0, 1, CancellationToken.None);

        Assert.Null(session.Failure);
        Assert.False(session.Stopped.IsCancellationRequested);
    }

    [Fact]
    public async Task A_segment_in_the_archive_tier_ends_the_session()
    {
        using var session = Session(Answering(ObjectReadStatus.Archived));

        await session.ReadAsync("segment.ts", 0, 1, CancellationToken.None);

        AssertFailed(
            session,
            FailureReason.ObjectArchived,
            "segment.ts is in the archive tier. Bring it back to an online tier first");
    }

    [Fact]
    public async Task An_empty_object_ends_the_session()
    {
        Put(TestJobs.Source.Key, 0);
        using var session = Session();

        await session.ReadAsync(TestJobs.Source.Key, 0, 1, CancellationToken.None);

        AssertFailed(session, FailureReason.ObjectEmpty, "The object is empty");
    }

    [Fact]
    public async Task An_empty_object_ends_the_sessions_of_all_steps_though_one_of_them_asked_storage()
    {
        Put(TestJobs.Source.Key, 0);
        using var reads = JobReading.Of(TestJobs.Source, _store);
        using var asking = new ProbeSession(reads, ProbeBudget.Unlimited);
        using var sharing = new ProbeSession(reads, ProbeBudget.Unlimited);

        await asking.Read(TestJobs.Source.Key, 0).OpenAsync(CancellationToken.None);
        await sharing.Read(TestJobs.Source.Key, 0).OpenAsync(CancellationToken.None);

        Assert.Equal(1, _store.Requests);
        AssertFailed(asking, FailureReason.ObjectEmpty, "The object is empty");
        AssertFailed(sharing, FailureReason.ObjectEmpty, "The object is empty");
    }

    [Fact]
    public async Task An_empty_object_beside_the_jobs_own_ends_nothing()
    {
        Put("segment.ts", 0);
        using var session = Session();

        await session.Read("segment.ts", 0).OpenAsync(CancellationToken.None);

        Assert.Null(session.Failure);
    }

    [Fact]
    public async Task A_read_past_the_end_of_an_object_is_not_a_failure()
    {
        Put(TestJobs.Source.Key, 10);
        using var session = Session();

        await using var read = await session.ReadAsync(TestJobs.Source.Key, 10, 1, CancellationToken.None);

        Assert.Equal(ObjectReadStatus.BehindEnd, read.Status);
        Assert.Null(session.Failure);
    }

    [Fact]
    public async Task A_read_beyond_the_request_budget_is_not_sent()
    {
        Put(TestJobs.Source.Key, 10);
        using var session = Session(budget: new ProbeBudget(2, 1000));
        await session.ReadAsync(TestJobs.Source.Key, 0, 1, CancellationToken.None);
        await session.FindAsync("segment.ts", CancellationToken.None);
        Assert.Null(session.Failure);

        await using var read = await session.ReadAsync(TestJobs.Source.Key, 1, 1, CancellationToken.None);

        Assert.Equal(ObjectReadStatus.Denied, read.Status);
        Assert.Equal((2, 2), (_store.Requests, session.Usage.Requests));
        AssertFailed(session, FailureReason.BudgetExceeded, "Reading the object took more than 2 requests");
    }

    [Fact]
    public async Task A_property_lookup_beyond_the_request_budget_is_not_sent()
    {
        Put("segment.ts", 10);
        using var session = Session(budget: new ProbeBudget(0, 1000));

        Assert.Null(await session.FindAsync("segment.ts", CancellationToken.None));

        Assert.Equal(0, _store.Requests);
        AssertFailed(session, FailureReason.BudgetExceeded, "Reading the object took more than 0 requests");
    }

    [Fact]
    public void The_first_byte_beyond_the_budget_ends_the_session()
    {
        using var session = Session(budget: new ProbeBudget(10, 100));

        Assert.True(session.Count(100));
        Assert.Null(session.Failure);
        Assert.False(session.Count(1));

        AssertFailed(session, FailureReason.BudgetExceeded, "Reading the object took more than 100 bytes");
    }

    [Fact]
    public async Task The_first_failure_is_kept()
    {
        using var session = Session(Answering(ObjectReadStatus.NotFound), new ProbeBudget(10, 0));
        session.Count(1);

        await session.ReadAsync(TestJobs.Source.Key, 0, 1, CancellationToken.None);

        Assert.Equal(FailureReason.BudgetExceeded, session.Failure!.Reason);
    }

    [Fact]
    public async Task The_properties_of_an_object_already_read_need_no_request()
    {
        Put("segment.ts", 10);
        using var session = Session();
        await session.ReadAsync("segment.ts", 0, 1, CancellationToken.None);

        Assert.Equal(10, (await session.FindAsync("segment.ts", CancellationToken.None))!.Size);
        Assert.Equal(1, _store.Requests);
    }

    [Fact]
    public void Only_a_break_without_a_hang_up_is_a_storage_fault_and_the_first_is_kept()
    {
        var first = new IOException("first");
        using var session = Session();

        session.Interrupted(new IOException("hung up"), hungUp: true);
        Assert.Null(session.StorageFault);
        session.Interrupted(first, hungUp: false);
        session.Interrupted(new IOException("second"), hungUp: false);

        Assert.Same(first, session.StorageFault);
        Assert.Null(session.Failure);
    }

    [Fact]
    public async Task A_storage_fault_is_passed_on()
    {
        _store.Outage.Begin();
        using var session = Session();

        await Assert.ThrowsAsync<IOException>(() => session.ReadAsync(TestJobs.Source.Key, 0, 1, CancellationToken.None));

        Assert.Null(session.Failure);
    }

    private static void AssertFailed(ProbeSession session, FailureReason reason, string detail)
    {
        Assert.Equal(new JobFailure(reason, detail), session.Failure);
        Assert.True(session.Stopped.IsCancellationRequested);
    }

    private static IObjectStore Answering(ObjectReadStatus status)
    {
        var store = Substitute.For<IObjectStore>();
        store.ReadAsync(default!, default, default, default, default).ReturnsForAnyArgs(ObjectRead.None(status));
        return store;
    }

    private void Put(string key, int size) => _store.Put(TestJobs.Source with { Key = key }, new byte[size]);

    private ProbeSession Session(IObjectStore? store = null, ProbeBudget? budget = null) =>
        JobReading.Session(TestJobs.Source, store ?? _store, budget, _time);
}
