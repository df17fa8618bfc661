using System.Reflection;
using MediaInfo.Core.Jobs;
using MediaInfo.Functions.Durable;
using Microsoft.Azure.Functions.Worker;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>Runs the orchestrator as the durable runtime does: from the start again after every batch of results, over the real activities.</summary>
internal sealed class Orchestration(TestApp app, JobKey job)
{
    private readonly List<ActivityCall> _history = [];

    /// <summary>How often each activity runs where once would do, as after a crash before its result was noted.</summary>
    public int Executions { get; init; } = 1;

    /// <summary>What the orchestrator asked for, in order.</summary>
    public IReadOnlyList<ActivityCall> History => _history;

    /// <summary>The names of what it asked for, in order.</summary>
    public IReadOnlyList<string> Names => _history.ConvertAll(call => call.Name);

    /// <summary>Whether it ran to its end.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Runs it until it is complete, or waits for an event that was not raised.</summary>
    public async Task<Orchestration> RunAsync()
    {
        while (true)
        {
            var context = new ReplayContext(job, _history);
            var run = AnalysisOrchestrator.RunAsync(context);
            if (run.IsCompleted)
            {
                await run;
                IsComplete = true;
                return this;
            }

            if (context.Pending.Count == 0)
            {
                throw new InvalidOperationException("The orchestrator awaits something that is no durable task");
            }

            if (context.Pending.TrueForAll(call => call.IsEvent))
            {
                return this;
            }

            await Task.WhenAll(context.Pending.Select(ExecuteAsync));
            _history.AddRange(context.Pending);
        }
    }

    /// <summary>Raises the event that it waits for, and runs on.</summary>
    public Task<Orchestration> RaiseAsync(string eventName)
    {
        _history.Add(new ActivityCall(eventName, Input: null, Options: null));
        return RunAsync();
    }

    private async Task ExecuteAsync(ActivityCall call)
    {
        for (var left = call.Options!.Retry!.Policy!.MaxNumberOfAttempts; left > 0; left--)
        {
            try
            {
                for (var i = 0; i < Executions; i++)
                {
                    call.Attempts++;
                    call.Result = await InvokeAsync(call);
                }

                call.Failure = null;
                return;
            }
            catch (IOException e)
            {
                call.Failure = e;
            }
        }
    }

    private async Task<string> InvokeAsync(ActivityCall call)
    {
        var function = FunctionList.All.Single(function => string.Equals(function.Name(), call.Name, StringComparison.Ordinal));
        var input = ReplayContext.Read(call.Input!, function.With<ActivityTriggerAttribute>()!.ParameterType);
        var task = (Task)function.Invoke(app.Create(function.DeclaringType!), BindingFlags.DoNotWrapExceptions, null, [input, CancellationToken.None], null)!;
        await task;
        return function.ReturnType.IsGenericType ? ReplayContext.Write(((dynamic)task).Result) : "null";
    }
}
