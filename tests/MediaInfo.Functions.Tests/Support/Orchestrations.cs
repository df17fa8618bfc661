using DurableTask.Core.Exceptions;
using MediaInfo.Core.Jobs;
using Microsoft.DurableTask.Client;
using NSubstitute;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>A durable client for tests of how jobs start. A start can be made to fail, or to end its job at once.</summary>
/// <remarks>
/// Like the real one, it refuses a second start of an id. <see cref="DurableEngine"/> has a client that runs orchestrations.
/// </remarks>
public sealed class Orchestrations
{
    private readonly List<JobKey> _started = [];
    private readonly List<string> _raised = [];

    public Orchestrations()
    {
        Client.ScheduleNewOrchestrationInstanceAsync(default, default, default, default).ReturnsForAnyArgs(async call =>
        {
            await Task.Yield();
            var job = (JobKey)call.ArgAt<object>(1);
            lock (_started)
            {
                Failure?.Invoke();
                if (_started.Contains(job))
                {
                    throw new OrchestrationAlreadyExistsException();
                }

                _started.Add(job);
            }

            await OnStarted(job);
            return job.Id;
        });
        Client.GetInstanceAsync(default!, default, default).ReturnsForAnyArgs(call =>
            new OrchestrationMetadata("orchestration", call.ArgAt<string>(0))
            {
                RuntimeStatus = OrchestrationRuntimeStatus.Running,
            });
        Client.RaiseEventAsync(default!, default!, default, default).ReturnsForAnyArgs(call =>
        {
            _raised.Add(call.ArgAt<string>(0));
            return Task.CompletedTask;
        });
    }

    /// <summary>The client.</summary>
    public DurableTaskClient Client { get; } = Substitute.For<DurableTaskClient>("test");

    /// <summary>The started jobs, in order, each once.</summary>
    public IReadOnlyList<JobKey> Started
    {
        get
        {
            lock (_started)
            {
                return [.. _started];
            }
        }
    }

    /// <summary>The ids of the woken instances.</summary>
    public IReadOnlyList<string> Raised => _raised;

    /// <summary>Called before every start; it can throw to make the start fail.</summary>
    public Action? Failure { get; set; }

    /// <summary>Called for a started job. Does nothing by default.</summary>
    public Func<JobKey, Task> OnStarted { get; set; } = _ => Task.CompletedTask;
}
