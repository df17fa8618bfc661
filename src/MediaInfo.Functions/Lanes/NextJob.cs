using MediaInfo.Core.Queues;

namespace MediaInfo.Functions.Lanes;

/// <summary>Takes the message of the job that comes next in this instance, with a place for its account.</summary>
public sealed class NextJob(IWorkQueues queues, FairShares shares, TimeProvider time) : IDisposable
{
    /// <summary>
    /// The jobs of one account that an instance has begun, and as many again of accounts that have begun less than their share:
    /// together what host.json lets run at a time, so that a token of another account always finds a place.
    /// </summary>
    public const int Places = 8;

    // One looks at a time, so that two don't give the same room away.
    private readonly SemaphoreSlim _looking = new(1);
    private readonly ReturnSchedule _returns = new();
    private readonly long _start = time.GetTimestamp();

    /// <summary>Takes a message; the account's place is to be given back by <see cref="FairShares.End"/>.</summary>
    /// <returns>
    /// The message, or null where nothing waits. Or null and how long to put the token off, since some accounts had no room,
    /// and the others no job.
    /// </returns>
    /// <remarks>
    /// Not cancelled: a message that storage has handed out already would be hidden, and no token would come after it.
    /// </remarks>
    public async Task<(WorkMessage? Message, TimeSpan? PutOff)> TakeAsync(TimeSpan visibilityTimeout)
    {
        await _looking.WaitAsync(CancellationToken.None);
        try
        {
            var room = shares.GetRoom();
            var messages = room.Total > 0
                ? await queues.Analyses.ReceiveAsync(room with { Total = 1 }, visibilityTimeout, CancellationToken.None)
                : [];
            if (messages is not [var message])
            {
                return (null, shares.IsOpenToAll(room) ? null : PutOff());
            }

            shares.Begin(message.Account);
            return (message, PutOff: null);
        }
        finally
        {
            _looking.Release();
        }
    }

    private TimeSpan PutOff()
    {
        var now = time.GetElapsedTime(_start);
        return _returns.Next(now, earliest: now);
    }

    /// <inheritdoc />
    public void Dispose() => _looking.Dispose();
}
