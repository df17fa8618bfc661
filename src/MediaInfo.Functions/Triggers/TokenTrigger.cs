using MediaInfo.AzureStorage;
using MediaInfo.Functions.Durable;
using MediaInfo.Functions.Lanes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaInfo.Functions.Triggers;

/// <summary>Starts waiting jobs, the best first. Each call is one place: host.json's limit on queue messages at a time bounds the jobs that an instance has begun.</summary>
/// <remarks>What their steps use is bounded where those run, by host.json's limit on activities: on Flex Consumption in other instances.</remarks>
public sealed class TokenTrigger(TokenTurn turn)
{
    /// <summary>Takes the turn that the token gives.</summary>
    [Function("AnalysisToken")]
    public Task RunAsync(
        [QueueTrigger(StorageNames.TokensQueue, Connection = StorageNames.HostConnection)] string message,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        turn.RunAsync(message, new OrchestrationStarter(client), cancellationToken);
}
