using System.Text.Json;
using MediaInfo.Standalone.Tests.EndToEnd;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>The program with its own storage, so that an attack leaves nothing behind for other tests.</summary>
internal sealed class FuzzedService : IAsyncDisposable
{
    private readonly StandaloneFixture _fixture;

    private FuzzedService(StandaloneFixture fixture, StandaloneProcess process)
    {
        _fixture = fixture;
        Process = process;
        Client = new RpcClient(process.Endpoint);
    }

    /// <summary>The program.</summary>
    public StandaloneProcess Process { get; }

    /// <summary>A client with the first account's key.</summary>
    public RpcClient Client { get; }

    /// <summary>The content of storage.</summary>
    public StoredState Stored => _fixture.Stored;

    /// <summary>The program's current resource use.</summary>
    public ProcessUse Use => ProcessUse.Of(Process.Id, Process.Endpoint.Port);

    /// <summary>The path of its ffprobe. No other process runs that file.</summary>
    public string Ffprobe => _fixture.Ffprobe;

    /// <summary>Starts both.</summary>
    public static async Task<FuzzedService> StartAsync(params (string Name, string Value)[] settings)
    {
        var fixture = new StandaloneFixture();
        await fixture.InitializeAsync();
        try
        {
            return new FuzzedService(fixture, await fixture.StartAsync(settings));
        }
        catch
        {
            await EndAsync(fixture);
            throw;
        }
    }

    /// <summary>Uploads a clip of the repository.</summary>
    public Task UploadAsync(string key, string name) => _fixture.UploadAsync(key, name);

    /// <summary>Waits until no job is left.</summary>
    public Task RestsAsync() => ProcessPatience.HoldsAsync("no job is left", Process, async () =>
        !(await Stored.StatesAsync()).Values.Any(state => state is "Running")
        && (await Stored.Analyses.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0);

    /// <summary>
    /// Waits until the program holds no more connections, files or processes than before. Connections to storage do not count,
    /// because it keeps them for a while.
    /// </summary>
    public Task UsesNoMoreThanAsync(ProcessUse before, int moreToStorage) => ProcessPatience.HoldsAsync(
        $"it uses no more than {before}, and has {Use}", Process, () =>
        {
            var now = Use;
            return Task.FromResult(now.Files <= before.Files
                && now.Inbound <= before.Inbound
                && now.Children <= before.Children
                && now.Outbound <= before.Outbound + moreToStorage);
        });

    /// <summary>Submits a valid object and waits for its end. Fails unless the analysis succeeds.</summary>
    public async Task AssertWorksAsync(string key)
    {
        var ready = await Client.GetAsync("/health/ready");
        Assert.True(ready.Status == 200, ready.Body);
        await UploadAsync(key, "rotated.mp4");
        var job = Assert.Single(await EndsAsync([await Client.SubmitAsync(key)]));
        Assert.Equal("Success", job.GetProperty("State").GetString());
    }

    /// <summary>Waits until all jobs have ended, and returns them as a query shows them.</summary>
    public async Task<IReadOnlyList<JsonElement>> EndsAsync(IReadOnlyList<string> ids)
    {
        IReadOnlyList<JsonElement> jobs = [];
        await ProcessPatience.HoldsAsync($"{ids.Count} jobs have ended", Process, async () =>
        {
            jobs = await Client.QueryAsync(ids);
            return jobs.Count == ids.Count && jobs.All(job => job.GetProperty("State").GetString() is "Success" or "Fail");
        });
        return jobs;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Process.DisposeAsync();
        await EndAsync(_fixture);
    }

    private static async Task EndAsync(StandaloneFixture fixture)
    {
        await fixture.DisposeAsync();
        fixture.Dispose();
    }
}
