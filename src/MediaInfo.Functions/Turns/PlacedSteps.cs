using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;

namespace MediaInfo.Functions.Turns;

/// <summary>Runs the reading steps of jobs that fan out, in the same places as all other work of this instance.</summary>
public sealed class PlacedSteps(FairShares shares, Crowding crowding)
{
    /// <summary>Runs a step once its account has a place, or says when to try again.</summary>
    public async Task<PlacedOutcome> RunAsync(
        string account, Func<Task<StepOutcome>> step, CancellationToken cancellationToken)
    {
        if (await crowding.WaitAsync(
            () => Task.FromResult(shares.TryBegin(account, out var freed) ? null : freed), cancellationToken) is { } putOff)
        {
            return new PlacedOutcome(Outcome: null, putOff);
        }

        try
        {
            return new PlacedOutcome(await step());
        }
        finally
        {
            shares.End(account);
        }
    }
}
