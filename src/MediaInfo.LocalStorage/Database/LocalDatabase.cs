using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace MediaInfo.LocalStorage.Database;

/// <summary>The one database of the service: writes are committed in groups, reads run beside them.</summary>
/// <remarks>Nothing may be read or written before <see cref="Open"/>. A failure is an <see cref="IOException"/>.</remarks>
public sealed class LocalDatabase(LocalStorageOptions options) : IDisposable
{
    private const int IdleReaders = 16;

    private readonly string _path = Path.Combine(options.Root, StorageNames.DatabaseFile);
    private readonly ConcurrentBag<Session> _readers = [];
    private readonly Lock _lock = new();
    private DirectoryLock? _directory;
    private GroupCommit? _writer;
    private volatile bool _isClosed;

    /// <summary>How many transactions were committed since the start.</summary>
    public long Commits => _writer?.Commits ?? 0;

    /// <summary>Takes the data folder for this process, and opens the database in it.</summary>
    /// <returns>False if that was already done.</returns>
    /// <exception cref="IOException">
    /// Another process has the folder, it cannot be written, or the database is damaged, foreign or of a newer version.
    /// </exception>
    public bool Open()
    {
        lock (_lock)
        {
            if (_writer is not null)
            {
                return false;
            }

            _directory ??= DirectoryLock.Take(options.Root);
            _writer = new GroupCommit(_path, DatabaseOpening.OpenWriter(_path, new VersionNumbers()), options.Durability);
            return true;
        }
    }

    /// <summary>Writes in one transaction, which survives a loss of power once the task completes.</summary>
    /// <param name="work">The write. It runs on the writer's thread.</param>
    /// <param name="cancellationToken">Cancels the write before it begins.</param>
    public Task<T> WriteAsync<T>(Func<Session, T> work, CancellationToken cancellationToken) =>
        AddAsync(work, committed: null, isDurable: true, cancellationToken);

    /// <summary>As above, and tells the result right after the commit, before any later write begins.</summary>
    public Task<T> WriteAsync<T>(Func<Session, T> work, Action<T> committed, CancellationToken cancellationToken) =>
        AddAsync(work, committed, isDurable: true, cancellationToken);

    /// <summary>
    /// Writes in one transaction that survives the end of the process, but waits for no disk. For what a loss of power may undo
    /// because a later durable write makes it durable too, or because it is then done again.
    /// </summary>
    public Task<T> WriteSoonAsync<T>(Func<Session, T> work, CancellationToken cancellationToken) =>
        AddAsync(work, committed: null, isDurable: false, cancellationToken);

    /// <summary>As above, and tells the result right after the commit, before any later write begins.</summary>
    public Task<T> WriteSoonAsync<T>(Func<Session, T> work, Action<T> committed, CancellationToken cancellationToken) =>
        AddAsync(work, committed, isDurable: false, cancellationToken);

    /// <summary>Reads on the calling thread. Each statement sees what was committed when it began.</summary>
    public T Read<T>(Func<Session, T> work)
    {
        try
        {
            if (_writer is null || _isClosed)
            {
                throw new IOException($"The database {_path} is not open");
            }

            var session = _readers.TryTake(out var idle) ? idle : Session.Open(_path, versions: null);
            try
            {
                return work(session);
            }
            finally
            {
                Return(session);
            }
        }
        catch (SqliteException fault)
        {
            throw fault.AsIOException(_path);
        }
    }

    /// <summary>Commits what waits and closes the database.</summary>
    public void Dispose()
    {
        _isClosed = true;
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        _writer?.Dispose();
        _directory?.Dispose();
    }

    private Task<T> AddAsync<T>(
        Func<Session, T> work, Action<T>? committed, bool isDurable, CancellationToken cancellationToken)
    {
        var writer = _writer ?? throw new IOException($"The database {_path} is not open");
        var write = new PendingWriteOf<T>(work, committed, isDurable, cancellationToken);
        writer.Add(write);
        return write.Done;
    }

    private void Return(Session session)
    {
        if (_isClosed || _readers.Count >= IdleReaders)
        {
            session.Dispose();
        }
        else
        {
            _readers.Add(session);
        }
    }
}
