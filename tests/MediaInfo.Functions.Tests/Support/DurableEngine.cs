using System.Collections.Concurrent;
using System.Text.Json;
using DurableTask.AzureStorage;
using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.History;
using DurableTask.Core.Middleware;
using MediaInfo.Core.Jobs;
using MediaInfo.Functions.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker.Shims;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>The durable engine of the Functions host, with the worker's replay, over the app's functions.</summary>
/// <remarks>
/// The host runs functions in another process and waits before a retry. Here they run in this process, and the pauses are
/// recorded and skipped.
/// </remarks>
/// <param name="app">The app.</param>
/// <param name="connectionString">Where orchestrations are stored. An engine started there later continues them.</param>
/// <param name="hub">The task hub, which separates them from those of other tests.</param>
internal sealed class DurableEngine(TestApp app, string connectionString, string hub) : IAsyncDisposable
{
    private readonly ConcurrentQueue<TimeSpan> _pauses = new();
    private AzureStorageOrchestrationService? _service;
    private TaskHubWorker? _worker;
    private DurableApi? _api;

    /// <summary>How long an activity's message is hidden from other instances. The engine first renews that after 5 s.</summary>
    public TimeSpan ActivityHold { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Called instead of each attempt of an activity, with its name and a delegate that runs it. Throwing fails the attempt.
    /// </summary>
    public Func<string, Func<Task>, Task> Around { get; set; } = (_, run) => run();

    /// <summary>The client that the app's triggers get.</summary>
    public DurableTaskClient Client => _api!.Client;

    /// <summary>The requested pauses before retries, in order.</summary>
    public IReadOnlyList<TimeSpan> Pauses => [.. _pauses];

    /// <summary>Starts it.</summary>
    public async Task StartAsync()
    {
        _service = new AzureStorageOrchestrationService(new AzureStorageOrchestrationServiceSettings
        {
            TaskHubName = hub,
            StorageAccountClientProvider = new StorageAccountClientProvider(connectionString),
            PartitionCount = 1,
            LeaseAcquireInterval = TimeSpan.FromSeconds(1),
            MaxQueuePollingInterval = TimeSpan.FromMilliseconds(100),
            WorkItemQueueVisibilityTimeout = ActivityHold,
            MaxConcurrentTaskActivityWorkItems = 12,
            UseTablePartitionManagement = true,
            ThrowExceptionOnInvalidDedupeStatus = true,
        });
        await _service.CreateIfNotExistsAsync();
        _worker = new TaskHubWorker(_service) { ErrorPropagationMode = ErrorPropagationMode.UseFailureDetails };
        _worker.AddOrchestrationDispatcherMiddleware(SkipPausesAsync);
        AddFunctions(_worker);
        await _worker.StartAsync();
        _api = await DurableApi.StartAsync(_service);
    }

    /// <summary>The history of an orchestration so far: the kind of each event, and the name in it, if any.</summary>
    public async Task<IReadOnlyList<(EventType Kind, string? Name)>> HistoryAsync(string instance)
    {
        using var history = JsonDocument.Parse(await _service!.GetOrchestrationHistoryAsync(instance, executionId: null));
        return [.. history.RootElement.EnumerateArray().Select(entry => (
            (EventType)entry.GetProperty(nameof(HistoryEvent.EventType)).GetInt32(),
            entry.TryGetProperty(nameof(TaskScheduledEvent.Name), out var name) ? name.GetString() : null))];
    }

    /// <summary>The activities that an orchestration has requested so far, in order. A retry is listed again.</summary>
    public async Task<IReadOnlyList<string>> ActivitiesAsync(string instance) =>
        [.. (await HistoryAsync(instance)).Where(entry => entry.Kind == EventType.TaskScheduled).Select(entry => entry.Name!)];

    /// <summary>Stops it at once, in the middle of its work.</summary>
    public async ValueTask DisposeAsync()
    {
        var (api, worker, service) = (_api, _worker, _service);
        (_api, _worker, _service) = (null, null, null);
        if (api is not null)
        {
            await api.DisposeAsync();
        }

        if (worker is not null)
        {
            await worker.StopAsync(isForced: true);
            worker.Dispose();
        }

        service?.Dispose();
    }

    private void AddFunctions(TaskHubWorker worker)
    {
        foreach (var function in FunctionsPackage.Functions)
        {
            if (function.TriggerType is "activityTrigger")
            {
                var activity = new ActivityFunction(app, function, (name, run) => Around(name, run));
                worker.AddTaskActivities(new NameValueObjectCreator<TaskActivity>(
                    function.Name, "", DurableTaskShimFactory.Default.CreateActivity(function.Name, activity)));
            }
            else if (function.TriggerType is "orchestrationTrigger")
            {
                worker.AddTaskOrchestrations(new OrchestrationCreator(
                    function.Name,
                    () => DurableTaskShimFactory.Default.CreateOrchestration<JobKey, object?>(function.Name, RunAsync)));
            }
        }
    }

    // A constant name is enough, because the test of the function list finds only one orchestrator.
    private static async Task<object?> RunAsync(TaskOrchestrationContext context, JobKey? job)
    {
        await AnalysisOrchestrator.RunAsync(context);
        return null;
    }

    private async Task SkipPausesAsync(DispatchMiddlewareContext context, Func<Task> run)
    {
        await run();
        var now = context.GetProperty<OrchestrationRuntimeState>().NewEvents.OfType<OrchestratorStartedEvent>().Last().Timestamp;
        var timers = context.GetProperty<OrchestratorExecutionResult>().Actions.OfType<CreateTimerOrchestratorAction>();

        // After a last attempt there is a timer of zero length.
        foreach (var timer in timers.Where(timer => timer.FireAt > now))
        {
            _pauses.Enqueue(timer.FireAt - now);
            timer.FireAt = now;
        }
    }
}
