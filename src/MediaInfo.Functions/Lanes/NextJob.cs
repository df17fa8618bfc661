using MediaInfo.Core.Queues;

namespace MediaInfo.Functions.Lanes;

/// <summary>Receives the message of the next job for this instance, and takes a place for its account.</summary>
public sealed class NextJob(IWorkQueues queues, FairShares shares, TimeProvider time) : IDisposable
{
    /// <summary>
    /// The places for started jobs, with as many guest places for accounts below their share. Together they equal the concurrency
    /// in host.json, so that a token of another account always finds a place.
    /// </summary>
    public const int Places = 8;

    // One caller at a time, so that the same room is not given away twice.
    private readonly SemaphoreSlim _looking = new(1);
    private readonly ReturnSchedule _returns = new();
    private readonly long _start = time.GetTimestamp();

    /// <summary>Receives a message. Release the account's place with <see cref="FairShares.End"/>.</summary>
    /// <returns>
    /// The message; or null if none is waiting. If some accounts had no room and the others no job, null and how long to postpone
    /// the token.
    /// </returns>
    /// <remarks>Takes no cancellation token: a message already received would stay hidden, with no token to follow it.</remarks>
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
