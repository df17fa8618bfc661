using MediaInfo.Core.Retention;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.Functions.Triggers;
using MediaInfo.TestSupport;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace MediaInfo.Functions.Tests.Triggers;

public sealed class RetentionTriggerTests
{
    private readonly DurableTaskClient _client = Substitute.For<DurableTaskClient>("test");
    private PurgeInstancesFilter? _filter;

    public RetentionTriggerTests() =>
        _client.PurgeAllInstancesAsync(default!, default(CancellationToken)).ReturnsForAnyArgs(call =>
        {
            _filter = call.Arg<PurgeInstancesFilter>();
            return new PurgeResult(3);
        });

    [Fact]
    public async Task The_history_of_ended_orchestrations_goes_when_it_is_old()
    {
        var time = new ManualTimeProvider();

        await RunAsync(new RetentionOptions { Days = 30 }, time);

        Assert.Equal(time.GetUtcNow().AddDays(-30), _filter!.CreatedTo);
        Assert.Null(_filter.CreatedFrom);
        Assert.Equal(
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated], _filter.Statuses!);
    }

    [Fact]
    public async Task The_history_stays_where_jobs_are_kept_for_ever()
    {
        await RunAsync(new RetentionOptions { Days = 0 }, new ManualTimeProvider());

        Assert.Null(_filter);
    }

    private async Task RunAsync(RetentionOptions options, TimeProvider time)
    {
        await using var app = await TestApp.StartAsync(time);
        var store = Substitute.For<IRetentionStore>();
        store.AccountsAsync(default).ReturnsForAnyArgs(AsyncEnumerable.Empty<string>());
        store.NoncesAsync(default, default).ReturnsForAnyArgs(AsyncEnumerable.Empty<string>());
        store.HeldNotesAsync(default).ReturnsForAnyArgs(AsyncEnumerable.Empty<Core.Pipelines.HeldJobNote>());
        var services = app.Services;
        var sweep = new RetentionSweep(
            store,
            services.GetRequiredService<OldJobs>(),
            services.GetRequiredService<OldAssets>(),
            app.Jobs,
            app.Held,
            options,
            time,
            NullLogger<RetentionSweep>.Instance);
        await new RetentionTrigger(sweep, options, time, NullLogger<RetentionTrigger>.Instance)
            .RunAsync(new TimerInfo(), _client, CancellationToken.None);
    }
}
