using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;

namespace MediaInfo.Functions.Turns;

/// <summary>Receives the message of the next job for this instance, and takes a place for its account.</summary>
public sealed class NextJob(IWorkQueues queues, FairShares shares, Crowding crowding) : IDisposable
{
    // One caller at a time, so that the same room is not given away twice.
    private readonly SemaphoreSlim _looking = new(1);

    /// <summary>Receives a message. Release the account's place with <see cref="FairShares.End"/>.</summary>
    /// <param name="own">The job whose turn it is. Its account goes first, unless others run less.</param>
    /// <param name="visibilityTimeout">How long the message is hidden from others.</param>
    /// <param name="cancellationToken">Cancels the wait for room.</param>
    /// <returns>
    /// The message; null if none waits. If there was no room for the account, null and when to come back.
    /// </returns>
    public async Task<(WorkMessage? Message, TimeSpan? PutOff)> TakeAsync(
        AnalysisJob own, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        WorkMessage? message = null;
        var putOff = await crowding.WaitAsync(
            async () =>
            {
                (message, var freed) =
                    await LookAsync(own.Key.Account, (own.Key.Account, own.Priority), visibilityTimeout, cancellationToken);
                return freed;
            },
            cancellationToken);
        return (message, putOff);
    }

    /// <summary>Receives a message if there is room now. Release the account's place with <see cref="FairShares.End"/>.</summary>
    /// <param name="account">The account that goes first, unless others run less.</param>
    /// <param name="visibilityTimeout">How long the message is hidden from others.</param>
    /// <param name="cancellationToken">Cancels the wait for other callers.</param>
    /// <returns>The message; null if none waits or there is no room.</returns>
    public async Task<WorkMessage?> TakeNowAsync(
        string account, TimeSpan visibilityTimeout, CancellationToken cancellationToken) =>
        (await LookAsync(account, sent: null, visibilityTimeout, cancellationToken)).Message;

    /// <inheritdoc />
    public void Dispose() => _looking.Dispose();

    // The message, or nothing if none waits; or a task that completes when there may be more room.
    private async Task<(WorkMessage? Message, Task? Freed)> LookAsync(
        string account, (string Account, int Priority)? sent, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            var freed = shares.Freed;
            var room = shares.GetRoom(first: account) with { Sent = sent };

            // Not cancelled: a message already received would stay hidden.
            var messages = room.Total > 0
                ? await queues.Analyses.ReceiveAsync(room with { Total = 1 }, visibilityTimeout, CancellationToken.None)
                : [];
            if (messages is not [var message])
            {
                return (null, room.Accounts.Contains(account, StringComparer.Ordinal) ? null : freed);
            }

            shares.Begin(message.Account);
            return (message, null);
        }
        finally
        {
            _looking.Release();
        }
    }
}
