using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Pipelines;

/// <summary>Stores the jobs that wait for their pipeline.</summary>
public sealed class LocalHeldJobs(LocalDatabase database) : IHeldJobs
{
    private const int Chunk = 1_000;

    /// <inheritdoc />
    public Task<HeldJobNote> AddAsync(HeldJob job, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            var version = session.NextVersion();
            using var add = session.Use(
                "INSERT INTO held_jobs (account, pipeline, job, version) VALUES (?1, ?2, ?3, ?4) "
                + "ON CONFLICT DO UPDATE SET version = ?4");
            add.Bind(1, job.Job.Account).Bind(2, job.PipelineId).Bind(3, job.Job.Id).Bind(4, version).Run();
            return new HeldJobNote(job, Versions.ETag(version));
        },
        cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<HeldJobNote> ListAsync(
        string account, string pipelineId, CancellationToken cancellationToken) => database.ReadChunksAsync(
        "", (session, last) => ReadChunk(session, account, pipelineId, last), note => note.Held.Job.Id, Chunk, cancellationToken);

    /// <inheritdoc />
    public Task RemoveAsync(HeldJobNote note, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            using var remove = session.Use(
                "DELETE FROM held_jobs WHERE account = ?1 AND pipeline = ?2 AND job = ?3 AND version = ?4");
            remove.Bind(1, note.Held.Job.Account).Bind(2, note.Held.PipelineId).Bind(3, note.Held.Job.Id);
            return remove.Bind(4, Versions.Of(note.ETag)).Run();
        },
        cancellationToken);

    private static List<HeldJobNote> ReadChunk(Session session, string account, string pipelineId, string last)
    {
        using var list = session.Use(
            "SELECT job, version FROM held_jobs WHERE account = ?1 AND pipeline = ?2 AND job > ?3 ORDER BY job LIMIT ?4");
        list.Bind(1, account).Bind(2, pipelineId).Bind(3, last).Bind(4, Chunk);
        var notes = new List<HeldJobNote>();
        while (list.Step())
        {
            var held = new HeldJob(new JobKey(account, list.Text(0)), pipelineId);
            notes.Add(new HeldJobNote(held, Versions.ETag(list.Number(1))));
        }

        return notes;
    }
}
