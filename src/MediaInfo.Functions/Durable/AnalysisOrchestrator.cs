using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MediaInfo.Functions.Durable;

/// <summary>Runs Core's workflow durably: the host replays it after every step, on any machine.</summary>
/// <remarks>
/// Await only the steps here, read no clock, and configure no await: replays must be deterministic and stay on the host's thread.
/// </remarks>
public static class AnalysisOrchestrator
{
    /// <summary>
    /// The orchestration's name. If the steps or their order change, create a new version, and keep this one for jobs in flight.
    /// </summary>
    public const string FunctionName = "Analysis" + Version;

    private const string Version = "V2";

    /// <summary>
    /// Runs the job, whose key is the input, to its end. A step that fails on every retry ends the job as failed.
    /// </summary>
    [Function(FunctionName)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var job = context.GetInput<JobKey>() ?? throw new InvalidDataException("The orchestration was started without a job");
        var steps = new DurableAnalysisSteps(context);
        try
        {
            await new AnalysisWorkflow(steps).RunAsync(job);
        }
        catch (TaskFailedException)
        {
            await steps.AbandonAsync(job);
        }
    }
}
