using System.Text.Json;
using MediaInfo.Standalone.Tests.EndToEnd;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>The program on a storage of its own, so that what an attack leaves behind is nobody else's.</summary>
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

    /// <summary>What lies in storage.</summary>
    public StoredState Stored => _fixture.Stored;

    /// <summary>What the program uses now.</summary>
    public ProcessUse Use => ProcessUse.Of(Process.Id, Process.Endpoint.Port);

    /// <summary>The ffprobe that it runs, which no other process does.</summary>
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
    public Task RestsAsync() => Patience.HoldsAsync("no job is left", Process, async () =>
        !(await Stored.StatesAsync()).Values.Any(state => state is "Running") && (await Stored.Analyses.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0);

    /// <summary>Waits until the program holds no connection, file or process more than before, but connections to storage, which it keeps for a while.</summary>
    public Task UsesNoMoreThanAsync(ProcessUse before, int moreToStorage) => Patience.HoldsAsync(
        $"it uses no more than {before}, and has {Use}", Process, () =>
        {
            var now = Use;
            return Task.FromResult(now.Files <= before.Files && now.Inbound <= before.Inbound && now.Children <= before.Children && now.Outbound <= before.Outbound + moreToStorage);
        });

    /// <summary>Submits a good object and waits for its end; fails where that is not good.</summary>
    public async Task AssertWorksAsync(string key)
    {
        var ready = await Client.GetAsync("/health/ready");
        Assert.True(ready.Status == 200, ready.Body);
        await UploadAsync(key, "rotated.mp4");
        var job = Assert.Single(await EndsAsync([await Client.SubmitAsync(key)]));
        Assert.Equal("Success", job.GetProperty("State").GetString());
    }

    /// <summary>The jobs once all have ended, as a query shows them.</summary>
    public async Task<IReadOnlyList<JsonElement>> EndsAsync(IReadOnlyList<string> ids)
    {
        IReadOnlyList<JsonElement> jobs = [];
        await Patience.HoldsAsync($"{ids.Count} jobs have ended", Process, async () =>
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
