using MediaInfo.AzureStorage;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Lanes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaInfo.Functions.Triggers;

/// <summary>
/// Starts waiting jobs, highest priority first. Each invocation is one place: host.json's limit on concurrent queue messages
/// limits the jobs that an instance has started.
/// </summary>
/// <remarks>
/// Resource use of the steps is limited where they run, by host.json's limit on concurrent activities; on Flex Consumption, that
/// is in other instances.
/// </remarks>
public sealed class TokenTrigger(TokenTurn turn)
{
    /// <summary>Runs the turn that the token triggers.</summary>
    [Function("AnalysisToken")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.TokensQueue, Connection = StorageNames.HostConnection)] string message,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        turn.RunAsync(message, new OrchestrationStarter(client), cancellationToken);
}
