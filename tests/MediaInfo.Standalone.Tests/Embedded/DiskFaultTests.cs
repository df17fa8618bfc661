using MediaInfo.Standalone.Tests.EndToEnd;

namespace MediaInfo.Standalone.Tests.Embedded;

/// <summary>Disks that take no writes, as an operator meets them.</summary>
public sealed class DiskFaultTests : IDisposable
{
    private const string Key = "clip.mp4";
    private const int MostJobs = 2_000;

    // The sandbox of ffprobe is tested elsewhere, and may not work below another user's namespace.
    private static readonly (string Name, string Value) NoSandbox = ("MediaInfo__Probe__Sandbox", "Off");

    private readonly EmbeddedStore _store = new();

    public void Dispose() => _store.Dispose();

    [MountFact]
    public async Task A_data_folder_on_a_read_only_disk_ends_the_start_with_one_line_and_stays_as_it_is()
    {
        await using (var before = await _store.StartAsync())
        {
            await before.TerminateAsync();
            Assert.Equal(0, await before.ExitAsync());
        }

        var bytes = await File.ReadAllBytesAsync(_store.File);

        await using var standalone = StandaloneProcess.Start(_store.Settings(), OwnMounts.ReadOnly(_store.Data));

        Assert.Equal(1, await standalone.ExitAsync());
        Assert.Equal(
            $"The data folder {_store.Data} cannot be written: Read-only file system",
            standalone.Errors.Trim()[..^$" : '{Path.Combine(_store.Data, "lock")}'".Length]);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_store.File));
    }

    [MountFact]
    public async Task Media_on_a_read_only_disk_is_analysed()
    {
        _store.Put(Key);
        await using var standalone =
            StandaloneProcess.Start(_store.Settings(NoSandbox), OwnMounts.ReadOnly(_store.Media));
        await standalone.ListensAsync();
        using var client = new RpcClient(standalone.Endpoint);

        var id = await client.SubmitAsync(Key);

        await ProcessPatience.HoldsAsync("the job has succeeded", standalone, () => AllSucceededAsync(client, [id]));
        Assert.Equal(200, (await client.GetAsync("/health/ready")).Status);
    }

    [MountFact]
    public async Task A_full_disk_refuses_jobs_and_once_it_has_room_every_accepted_job_ends()
    {
        _store.Put(Key);
        Directory.CreateDirectory(_store.Data);
        var trigger = Path.Combine(_store.Media, "has-room");
        await using var standalone =
            StandaloneProcess.Start(_store.Settings(NoSandbox), OwnMounts.Small(_store.Data, trigger));
        await standalone.ListensAsync();
        using var client = new RpcClient(standalone.Endpoint);

        var accepted = new List<string>();
        var refusal = 0;
        while (refusal == 0 && accepted.Count < MostJobs)
        {
            var (status, id, _) = await client.TrySubmitAsync(Key);
            refusal = id is null ? status : 0;
            accepted.AddRange(id is null ? [] : [id]);
        }

        Assert.Equal(503, refusal);

        // The checks write little, for which there may be room at first.
        await ProcessPatience.HoldsAsync(
            "it is not ready", standalone, async () => (await client.GetAsync("/health/ready")).Status == 503);

        await File.WriteAllTextAsync(trigger, "");

        await ProcessPatience.HoldsAsync(
            "it is ready again", standalone, async () => (await client.GetAsync("/health/ready")).Status == 200);
        await ProcessPatience.HoldsAsync("all jobs have succeeded", standalone, () => AllSucceededAsync(client, accepted));
    }

    private static async Task<bool> AllSucceededAsync(RpcClient client, List<string> ids)
    {
        var jobs = await client.QueryAsync(ids);
        Assert.Equal(ids.Count, jobs.Count);
        return jobs.All(job => job.GetProperty("State").GetString() is "Success");
    }
}
