using System.Runtime.CompilerServices;
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
    public async IAsyncEnumerable<HeldJobNote> ListAsync(
        string account, string pipelineId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var last = ""; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var chunk = ReadChunk(account, pipelineId, last);
            foreach (var note in chunk)
            {
                yield return note;
            }

            if (chunk.Count < Chunk)
            {
                yield break;
            }

            last = chunk[^1].Held.Job.Id;
            await Task.Yield();
        }
    }

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

    private List<HeldJobNote> ReadChunk(string account, string pipelineId, string last) => database.Read(session =>
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
    });
}
