using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Retention;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.TestSupport;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NSubstitute;

namespace MediaInfo.Functions.Tests.Durable;

[Collection(AzuriteFixture.Collection)]
public sealed class OrchestrationHistoryTests : IDisposable
{
    private readonly AzuriteFixture _azurite;
    private readonly DurableTaskClient _client = Substitute.For<DurableTaskClient>("test");
    private readonly ManualTimeProvider _time = new();
    private readonly RecordingLogs _logs = new();
    private readonly HashSet<string> _purged = new(StringComparer.Ordinal);
    private OrchestrationQuery? _query;

    public OrchestrationHistoryTests(AzuriteFixture azurite)
    {
        _azurite = azurite;
        _client.PurgeInstanceAsync("", default(CancellationToken)).ReturnsForAnyArgs(call => Purge(call.ArgAt<string>(0)));
    }

    public void Dispose() => _logs.Dispose();

    [Fact]
    public async Task The_durable_engine_removes_old_ended_history_and_keeps_young_or_waiting_history()
    {
        await using var rig = await DurableRig.StartAsync(_azurite.Azurite);
        var ended = await rig.AddJobAsync(Media.Missing);
        await rig.RunAsync(ended);
        await rig.SetPipelineAsync(PipelineState.Paused);
        var waiting = await rig.AddJobAsync();
        await rig.BeginAsync(waiting);
        await Eventually.HoldsAsync("the job is held", async () => (await rig.HeldAsync()).Contains(waiting));

        Assert.Equal(0, await PurgeAsync(rig.Engine.Client, new ManualTimeProvider(DateTimeOffset.UtcNow.AddDays(6))));
        Assert.NotNull(await rig.Engine.Client.GetInstanceAsync(ended.Id));

        Assert.Equal(1, await PurgeAsync(rig.Engine.Client, new ManualTimeProvider(DateTimeOffset.UtcNow.AddDays(8))));
        Assert.Null(await rig.Engine.Client.GetInstanceAsync(ended.Id));
        Assert.NotNull(await rig.Engine.Client.GetInstanceAsync(waiting.Id));
    }

    [Fact]
    public async Task Old_history_of_ended_orchestrations_is_removed_page_by_page()
    {
        Has(new InstancePages(["a", "b"], [], ["c"]));

        Assert.Equal(3, await PurgeAsync(new RetentionOptions { Days = 30 }));

        Assert.Equal(["a", "b", "c"], _purged.Order(StringComparer.Ordinal));
        Assert.Equal(_time.GetUtcNow().AddDays(-30), _query!.CreatedTo);
        Assert.Null(_query.CreatedFrom);
        Assert.Equal(
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated],
            _query.Statuses!);
        Assert.False(_query.FetchInputsAndOutputs);
        Assert.Equal([4200], _logs.Entries.Select(entry => entry.Event));
    }

    [Fact]
    public async Task History_is_kept_if_jobs_are_kept_forever()
    {
        await PurgeAsync(new RetentionOptions { Days = 0 });

        Assert.Null(_query);
    }

    [Fact]
    public async Task History_left_when_time_runs_out_is_removed_by_the_next_sweep()
    {
        var options = new RetentionOptions();
        var instances = new InstancePages(["a"], ["b"], ["late"], ["later"]);
        Has(instances);
        _client.PurgeInstanceAsync("b", Arg.Any<CancellationToken>()).Returns(_ =>
        {
            _time.Advance(options.SweepFor);
            return Purge("b");
        });

        await PurgeAsync(options);

        // Removals in progress when time ran out may have succeeded or not.
        Assert.Superset(new HashSet<string>(["a", "b"], StringComparer.Ordinal), _purged);
        var entry = Assert.Single(_logs.Entries, entry => entry.Event == 4201);
        Assert.Contains("00:04:00", entry.Text, StringComparison.Ordinal);
        Assert.Single(_logs.Entries, entry => entry.Event == 4200);
    }

    [Fact]
    public async Task An_instance_that_cannot_be_removed_does_not_block_others()
    {
        Has(new InstancePages(["a", "bad"], ["c"]));
        _client.PurgeInstanceAsync("bad", Arg.Any<CancellationToken>()).Returns<PurgeResult>(
            _ => throw new InvalidOperationException("DeadlineExceeded"));

        Assert.Equal(2, await PurgeAsync(new RetentionOptions()));

        Assert.Equal(["a", "c"], _purged.Order(StringComparer.Ordinal));
        Assert.Contains("bad", Assert.Single(_logs.Entries, entry => entry.Event == 4202).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopping_host_ends_the_sweep()
    {
        using var stop = new CancellationTokenSource();
        Has(new InstancePages(["a"], ["b"]));
        _client.PurgeInstanceAsync("a", Arg.Any<CancellationToken>()).Returns<PurgeResult>(_ =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PurgeAsync(new RetentionOptions(), stop.Token));
    }

    private void Has(InstancePages instances) => _client.GetAllInstancesAsync(null).ReturnsForAnyArgs(call =>
    {
        _query = call.Arg<OrchestrationQuery>();
        return instances;
    });

    private PurgeResult Purge(string instance)
    {
        lock (_purged)
        {
            return new PurgeResult(_purged.Add(instance) ? 1 : 0);
        }
    }

    private Task<int> PurgeAsync(RetentionOptions options, CancellationToken cancellationToken = default) =>
        PurgeAsync(_client, _time, options, cancellationToken);

    private Task<int> PurgeAsync(DurableTaskClient client, TimeProvider time) =>
        PurgeAsync(client, time, new RetentionOptions { Days = 7 }, CancellationToken.None);

    private async Task<int> PurgeAsync(
        DurableTaskClient client, TimeProvider time, RetentionOptions options, CancellationToken cancellationToken)
    {
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(_logs));
        var history = new OrchestrationHistory(options, time, factory.CreateLogger<OrchestrationHistory>());
        return await history.PurgeAsync(client, cancellationToken);
    }
}
