using System.Text.Json;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Pipelines;

/// <summary>Stores pipeline documents, with optimistic concurrency by version number.</summary>
public sealed class LocalPipelineStore(LocalDatabase database) : IPipelineStore
{
    /// <inheritdoc />
    public Task<StoredPipeline?> FindAsync(string account, string pipelineId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read(session =>
        {
            using var find = session.Use("SELECT version, document FROM pipelines WHERE account = ?1 AND id = ?2");
            return find.Bind(1, account).Bind(2, pipelineId).Step() && Read(find, 1) is { } pipeline
                ? new StoredPipeline(pipeline, Versions.ETag(find.Number(0)))
                : null;
        }));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<Pipeline>> ListAsync(string account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read<IReadOnlyList<Pipeline>>(session =>
        {
            using var list = session.Use("SELECT document FROM pipelines WHERE account = ?1 AND deleted = 0");
            list.Bind(1, account);
            var pipelines = new List<Pipeline>();
            while (list.Step())
            {
                if (Read(list, 0) is { } pipeline)
                {
                    pipelines.Add(pipeline);
                }
            }

            return pipelines;
        }));
    }

    /// <inheritdoc />
    public Task<bool> WriteAsync(string account, Pipeline pipeline, string? etag, CancellationToken cancellationToken)
    {
        if (!new JobKey(account, pipeline.Id).IsLegal)
        {
            throw new ArgumentException("The pipeline id is invalid", nameof(pipeline));
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(pipeline, PipelineJson.Default.Pipeline);
        var isDeleted = pipeline.State == PipelineState.Deleted ? 1 : 0;
        return database.WriteAsync(
            session =>
            {
                using var write = session.Use(etag is null
                    ? "INSERT INTO pipelines (account, id, version, deleted, document) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING"
                    : "UPDATE pipelines SET version = ?3, deleted = ?4, document = ?5 WHERE account = ?1 AND id = ?2 AND version = ?6");
                write.Bind(1, account).Bind(2, pipeline.Id).Bind(3, session.NextVersion()).Bind(4, isDeleted).Bind(5, json);
                return (etag is null ? write : write.Bind(6, Versions.Of(etag))).Run() > 0;
            },
            cancellationToken);
    }

    private static Pipeline? Read(Statement row, int column) =>
        JsonSerializer.Deserialize(row.Bytes(column), PipelineJson.Default.Pipeline);
}
