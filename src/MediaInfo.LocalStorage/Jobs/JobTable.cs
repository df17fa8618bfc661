using System.Text.Json;
using MediaInfo.Core.Jobs;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Jobs;

/// <summary>The statements of job documents.</summary>
internal static class JobTable
{
    /// <summary>Adds a job; null if the key is taken.</summary>
    public static StoredJob? Add(Session session, AnalysisJob job, byte[] json)
    {
        var version = session.NextVersion();
        using var add = session.Use(
            "INSERT INTO jobs (account, id, version, state, dialect, project, document) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?3) "
            + "ON CONFLICT DO NOTHING");
        add.Bind(1, job.Key.Account).Bind(2, job.Key.Id).Bind(3, version);
        if (add.Bind(4, (int)job.State).Bind(5, job.Dialect).Bind(6, job.Project).Run() == 0)
        {
            return null;
        }

        Documents.Add(session, version, json);
        return new StoredJob(job, Versions.ETag(version));
    }

    /// <summary>The job; null if there is none.</summary>
    /// <exception cref="JsonException">The document cannot be read.</exception>
    public static StoredJob? Find(Session session, JobKey key)
    {
        using var find = session.Use(
            "SELECT jobs.version, documents.document FROM jobs JOIN documents ON documents.number = jobs.document "
            + "WHERE account = ?1 AND id = ?2");
        return find.Bind(1, key.Account).Bind(2, key.Id).Step()
            ? new StoredJob(
                JsonSerializer.Deserialize(find.Bytes(1), JobJson.Default.AnalysisJob)
                    ?? throw new JsonException("the document is null"),
                Versions.ETag(find.Number(0)))
            : null;
    }

    /// <summary>Replaces the version that was read; null if it is no longer the stored one.</summary>
    public static StoredJob? Replace(Session session, StoredJob read, AnalysisJob next, byte[] json)
    {
        var version = session.NextVersion();
        using var replace = session.Use(
            "UPDATE jobs SET version = ?4, state = ?5, dialect = ?6, project = ?7 "
            + "WHERE account = ?1 AND id = ?2 AND version = ?3 RETURNING document");
        replace.Bind(1, next.Key.Account).Bind(2, next.Key.Id).Bind(3, Versions.Of(read.ETag)).Bind(4, version);
        if (!replace.Bind(5, (int)next.State).Bind(6, next.Dialect).Bind(7, next.Project).Step())
        {
            return null;
        }

        Documents.Replace(session, replace.Number(0), json);
        return new StoredJob(next, Versions.ETag(version));
    }

    /// <summary>Removes the job if it has the version; null for any. Returns whether it did.</summary>
    public static bool Remove(Session session, JobKey key, long? version)
    {
        using var remove = session.Use(
            "DELETE FROM jobs WHERE account = ?1 AND id = ?2 AND (?3 = 0 OR version = ?3) RETURNING document");
        if (!remove.Bind(1, key.Account).Bind(2, key.Id).Bind(3, version ?? 0).Step())
        {
            return false;
        }

        Documents.Remove(session, remove.Number(0));
        return true;
    }
}
