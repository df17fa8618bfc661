using MediaInfo.Core.Retention;
using MediaInfo.Functions.Durable;
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
    private readonly IRetentionStore _store = Substitute.For<IRetentionStore>();

    public RetentionTriggerTests()
    {
        _client.GetAllInstancesAsync(null).ReturnsForAnyArgs(new InstancePages(["old"]));
        _client.PurgeInstanceAsync("", default(CancellationToken)).ReturnsForAnyArgs(new PurgeResult(1));
        _store.AccountsAsync(default).ReturnsForAnyArgs(AsyncEnumerable.Empty<string>());
        _store.NoncesAsync(default, default).ReturnsForAnyArgs(AsyncEnumerable.Empty<string>());
        _store.HeldNotesAsync(default).ReturnsForAnyArgs(AsyncEnumerable.Empty<Core.Pipelines.HeldJobNote>());
    }

    [Fact]
    public async Task Jobs_and_orchestration_history_are_swept()
    {
        await RunAsync();

        await _client.Received(1).PurgeInstanceAsync("old", Arg.Any<CancellationToken>());
        _store.ReceivedWithAnyArgs(1).AccountsAsync(default);
    }

    [Fact]
    public async Task An_outage_of_storage_does_not_keep_history_from_being_swept()
    {
        _store.AccountsAsync(default).ReturnsForAnyArgs(_ => throw new IOException("away"));

        await Assert.ThrowsAsync<IOException>(RunAsync);

        await _client.Received(1).PurgeInstanceAsync("old", Arg.Any<CancellationToken>());
    }

    private async Task RunAsync()
    {
        var time = new ManualTimeProvider();
        var options = new RetentionOptions();
        await using var app = await TestApp.StartAsync(time);
        var services = app.Services;
        var sweep = new RetentionSweep(
            _store,
            services.GetRequiredService<OldJobs>(),
            services.GetRequiredService<OldAssets>(),
            app.Jobs,
            app.Held,
            options,
            time,
            NullLogger<RetentionSweep>.Instance);
        await new RetentionTrigger(sweep, services.GetRequiredService<OrchestrationHistory>())
            .RunAsync(new TimerInfo(), _client, CancellationToken.None);
    }
}
