using MediaInfo.LocalStorage.Tests.Support;

namespace MediaInfo.LocalStorage.Tests.Database;

public sealed class GroupCommitTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public GroupCommitTests() => _database.Open();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Writes_that_wait_at_the_same_time_share_a_commit()
    {
        using var gate = new ManualResetEventSlim();
        var before = _database.Database.Commits;
        var first = _database.Database.WriteAsync(
            _ =>
            {
                gate.Wait();
                return 0;
            },
            default);

        var writes = Enumerable.Range(0, 500).Select(i => _database.AddAsync($"{i:d3}")).ToList();
        gate.Set();
        await first;
        await Task.WhenAll(writes);

        Assert.Equal(500, _database.All().Count);
        Assert.InRange(_database.Database.Commits - before, 1, 2);
    }

    [Fact]
    public async Task A_write_that_fails_is_undone_alone()
    {
        using var gate = new ManualResetEventSlim();
        var blocker = _database.Database.WriteAsync(
            _ =>
            {
                gate.Wait();
                return 0;
            },
            default);
        var one = _database.AddAsync("one");
        var failing = _database.Database.WriteAsync<int>(
            session =>
            {
                TestDatabase.Add(session, "undone");
                throw new InvalidOperationException("no");
            },
            default);
        var refused = _database.AddAsync("one");
        var two = _database.AddAsync("two");
        gate.Set();

        await Task.WhenAll(blocker, one, two);
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await Assert.ThrowsAsync<IOException>(() => refused);
        Assert.Equal(["one", "two"], _database.All());
    }

    [Fact]
    public async Task A_write_that_was_canceled_before_it_began_is_not_done()
    {
        using var gate = new ManualResetEventSlim();
        using var cancellation = new CancellationTokenSource();
        var blocker = _database.Database.WriteAsync(
            _ =>
            {
                gate.Wait();
                return 0;
            },
            default);
        var canceled = _database.AddAsync("canceled", cancellation.Token);
        await cancellation.CancelAsync();
        gate.Set();

        await blocker;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled);
        Assert.Empty(_database.All());
    }

    [Fact]
    public async Task What_happens_at_a_commit_happens_in_the_order_of_the_writes()
    {
        var order = new List<int>();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => _database.Database.WriteAsync(_ => i, order.Add, default)));

        Assert.Equal(Enumerable.Range(0, 200), order);
    }

    [Fact]
    public async Task A_full_disk_fails_the_write_and_what_was_written_stays()
    {
        await _database.AddAsync("before");
        await LimitAsync("1");

        var full = await Assert.ThrowsAsync<IOException>(() => _database.AddAsync(new string('x', 1_000_000)));

        Assert.Contains("is full", full.Message, StringComparison.Ordinal);
        Assert.Equal(["before"], _database.All());
        await LimitAsync("1000000");
        await _database.AddAsync("later");
        Assert.Equal(["before", "later"], _database.All());
    }

    [Fact]
    public async Task A_write_after_the_end_is_an_IO_error()
    {
        _database.Close();

        await Assert.ThrowsAsync<IOException>(() => _database.AddAsync("late"));
        Assert.Throws<IOException>(() => _database.All());
    }

    [Fact]
    public async Task Writes_that_wait_for_no_disk_are_kept_too()
    {
        await _database.Database.WriteSoonAsync(session => TestDatabase.Add(session, "soon"), default);

        _database.Reopen();

        Assert.Equal(["soon"], _database.All());
    }

    // SQLite takes the largest of this and the file's size, so no further page fits.
    private Task<int> LimitAsync(string pages) => _database.Database.WriteAsync(
        session =>
        {
            session.Ask($"PRAGMA max_page_count = {pages}");
            return 0;
        },
        default);
}
