using Microsoft.Data.Sqlite;

namespace MediaInfo.LocalStorage.Database;

/// <summary>Runs all writes on one thread, and commits those that wait at the same time together.</summary>
/// <remarks>
/// Each write has its own savepoint: one that fails is undone alone. A commit waits for the disk only if one of its writes must
/// survive a loss of power. Commits keep their order, so a write is at least as durable as any that was committed after it.
/// </remarks>
internal sealed class GroupCommit : IDisposable
{
    private const int LargestGroup = 1_000;

    private readonly string _path;
    private readonly Session _session;
    private readonly Durability _durability;
    private readonly Lock _lock = new();
    private readonly AutoResetEvent _wake = new(initialState: false);
    private readonly Thread _thread;
    private List<PendingWrite> _pending = [];
    private bool _isClosed;
    private bool _waitsForDisk;
    private long _commits;

    /// <summary>Starts the thread.</summary>
    /// <param name="path">The database file, for messages.</param>
    /// <param name="session">The session that writes; closed with this.</param>
    /// <param name="durability">The most that a commit waits for.</param>
    public GroupCommit(string path, Session session, Durability durability)
    {
        (_path, _session, _durability) = (path, session, durability);
        session.Execute("PRAGMA synchronous = NORMAL");
        _thread = new Thread(Work) { IsBackground = true, Name = "database writer" };
        _thread.Start();
    }

    /// <summary>How many transactions were committed.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>Queues a write.</summary>
    /// <exception cref="IOException">The database is closed.</exception>
    public void Add(PendingWrite write)
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                throw new IOException($"The database {_path} is closed");
            }

            _pending.Add(write);
        }

        _wake.Set();
    }

    /// <summary>Commits what waits and closes the database. SQLite then copies the log into it.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
        }

        _wake.Set();
        _thread.Join();
        _session.Dispose();
        _wake.Dispose();
    }

    private void Work()
    {
        var group = new List<PendingWrite>();
        while (Take(ref group))
        {
            for (var begin = 0; begin < group.Count; begin += LargestGroup)
            {
                Commit(group.GetRange(begin, Math.Min(LargestGroup, group.Count - begin)));
            }

            group.Clear();
        }
    }

    // Waits for writes; false once there are no more and the database is closed.
    private bool Take(ref List<PendingWrite> group)
    {
        while (true)
        {
            lock (_lock)
            {
                if (_pending.Count > 0)
                {
                    (group, _pending) = (_pending, group);
                    return true;
                }

                if (_isClosed)
                {
                    return false;
                }
            }

            _wake.WaitOne();
        }
    }

    private void Commit(List<PendingWrite> group)
    {
        var written = new List<PendingWrite>(group.Count);
        try
        {
            Begin(group.Exists(write => write.IsDurable));
            foreach (var write in group)
            {
                if (write.IsCanceled)
                {
                    write.Cancel();
                }
                else if (Run(write))
                {
                    written.Add(write);
                }
            }

            Perform("COMMIT");
            Interlocked.Increment(ref _commits);
        }
        catch (SqliteException fault)
        {
            FailAll(group, fault);
            return;
        }

        foreach (var write in written)
        {
            write.Complete();
        }
    }

    private void Begin(bool isDurable)
    {
        // In WAL mode, FULL waits for the disk at every commit, and NORMAL only before the log is copied.
        var waits = isDurable && _durability == Durability.PowerLoss;
        if (waits != _waitsForDisk)
        {
            Perform(waits ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
            _waitsForDisk = waits;
        }

        Perform("BEGIN IMMEDIATE");
    }

    // False if the write was undone and has failed.
    private bool Run(PendingWrite write)
    {
        Perform("SAVEPOINT one");
        try
        {
            write.Run(_session);
            Perform("RELEASE one");
            return true;
        }
        catch (Exception e)
        {
            var fault = e as SqliteException;
            write.Fail(fault?.AsIOException(_path) ?? e);
            if (!_session.IsInTransaction)
            {
                // A full disk, for one, ends the whole transaction.
                throw fault ?? new SqliteException("The transaction ended", SQLitePCL.raw.SQLITE_ABORT);
            }

            Perform("ROLLBACK TO one");
            Perform("RELEASE one");
            return false;
        }
    }

    // Those that failed or were canceled before keep that outcome.
    private void FailAll(List<PendingWrite> group, SqliteException fault)
    {
        try
        {
            if (_session.IsInTransaction)
            {
                Perform("ROLLBACK");
            }
        }
        catch (SqliteException)
        {
            // SQLite rolled back itself.
        }

        var error = fault.AsIOException(_path);
        foreach (var write in group)
        {
            write.Fail(error);
        }
    }

    private void Perform(string sql)
    {
        using var statement = _session.Use(sql);
        statement.Step();
    }
}
