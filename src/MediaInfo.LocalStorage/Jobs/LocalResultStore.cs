using MediaInfo.Core.Jobs;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Jobs;

/// <summary>Stores the parts of results, each once.</summary>
public sealed class LocalResultStore(LocalDatabase database) : IResultStore
{
    /// <inheritdoc />
    /// <remarks>
    /// Does not wait for the disk: a result counts only once its job has ended, and the write of that makes both durable.
    /// </remarks>
    public Task<bool> AddAsync(
        JobKey job, ResultPart part, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (!job.IsLegal)
        {
            throw new ArgumentException("The job key is invalid", nameof(job));
        }

        return database.WriteSoonAsync(
            session =>
            {
                using var add = session.Use(
                    "INSERT INTO results (account, job, part, content) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
                return add.Bind(1, job.Account).Bind(2, job.Id).Bind(3, (int)part).Bind(4, content.Span).Run() > 0;
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public Task<ReadOnlyMemory<byte>?> FindAsync(JobKey job, ResultPart part, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read(session =>
        {
            using var find = session.Use("SELECT content FROM results WHERE account = ?1 AND job = ?2 AND part = ?3");
            return find.Bind(1, job.Account).Bind(2, job.Id).Bind(3, (int)part).Step()
                ? find.Bytes(0).ToArray()
                : (ReadOnlyMemory<byte>?)null;
        }));
    }

    /// <inheritdoc />
    public Task RemoveAsync(JobKey job, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            using var remove = session.Use("DELETE FROM results WHERE account = ?1 AND job = ?2");
            return remove.Bind(1, job.Account).Bind(2, job.Id).Run();
        },
        cancellationToken);
}
