using System.Text.Json;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>Jobs submitted together. The faulty ffprobe is slow on each of them.</summary>
public sealed class JobBatch(StandaloneFixture fixture, IReadOnlyList<string> ids)
{
    private const string Key = "slow.mp4";

    /// <summary>Their ids.</summary>
    public IReadOnlyList<string> Ids => ids;

    /// <summary>Submits the given number of jobs concurrently.</summary>
    public static async Task<JobBatch> SubmitAsync(StandaloneFixture fixture, StandaloneProcess standalone, int count)
    {
        await fixture.UploadAsync(Key);
        using var client = new RpcClient(standalone.Endpoint);
        var ids = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => client.SubmitAsync(Key)));
        return new JobBatch(fixture, ids);
    }

    /// <summary>Their documents.</summary>
    public Task<IReadOnlyList<JobDocument>> DocumentsAsync() => fixture.Stored.DocumentsAsync(ids);

    /// <summary>Waits until one of them has started.</summary>
    public Task BeginsAsync(StandaloneProcess standalone) => ProcessPatience.HoldsAsync(
        "a job has begun",
        standalone,
        async () => (await DocumentsAsync()).Any(document => document.IsRunning || document.HasEnded));

    /// <summary>Waits until one of them has ended while others still run or wait.</summary>
    public Task FirstEndsAsync(StandaloneProcess standalone) => ProcessPatience.HoldsAsync(
        "a job has ended", standalone, async () => (await DocumentsAsync()).Any(document => document.HasEnded));

    /// <summary>Waits until all have ended and none of their messages is left. Returns them as the API shows them.</summary>
    public async Task<IReadOnlyList<JsonElement>> AllEndAsync(StandaloneProcess standalone)
    {
        await ProcessPatience.HoldsAsync(
            $"all {ids.Count} jobs have ended and nothing is queued",
            standalone,
            async () => await fixture.Stored.IsAllDoneAsync() && (await DocumentsAsync()).All(document => document.HasEnded));
        using var client = new RpcClient(standalone.Endpoint);
        return await client.QueryAsync(ids);
    }
}
