using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Reading;

/// <summary>
/// One object shared by a job's steps: bytes stay cached for a while, and missing bytes are requested only once.
/// </summary>
internal sealed class CachedObject
{
    private readonly string _key;
    private readonly ObjectReads _reads;
    private readonly ObjectFeeds _feeds;
    private readonly HangUps _hangUps;

    /// <summary>An object that was not read yet.</summary>
    public CachedObject(string key, ObjectReads reads)
    {
        (_key, _reads, _hangUps) = (key, reads, new HangUps(reads.Time));
        _feeds = new ObjectFeeds(key, reads, _hangUps);
    }

    /// <summary>Its properties in storage; null until storage answers.</summary>
    public ObjectProperties? Properties => _reads.Seen.GetValueOrDefault(_key);

    /// <summary>Requests the object at an offset, unless its properties are known.</summary>
    public async Task<ObjectReadStatus> OpenAsync(long offset, long until, IReadPayer payer, CancellationToken cancellationToken)
    {
        while (Properties is null)
        {
            var wanted = _feeds.Open(offset, until, payer);
            await wanted.News!.WaitAsync(cancellationToken);
            if (EndOf(wanted.Feed!, payer) is { } refused)
            {
                return refused;
            }
        }

        payer.Learn(_key, Properties);
        return offset < Properties.Size ? ObjectReadStatus.Ok : ObjectReadStatus.BehindEnd;
    }

    /// <summary>Bytes from an offset.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="until">The offset after the last byte needed.</param>
    /// <param name="ahead">How many bytes to read ahead.</param>
    /// <param name="payer">Who is charged for bytes not cached yet.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<ObjectBytes> ReadAsync(
        long offset, long until, long ahead, IReadPayer payer, CancellationToken cancellationToken)
    {
        for (var hasWaited = false; ; hasWaited = true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var wanted = _feeds.Want(offset, until, ahead, payer);
            if (wanted is not { Feed: { } feed, News: { } news })
            {
                return wanted.Found.IsEmpty
                    ? new ObjectBytes(ObjectReadStatus.BehindEnd)
                    : new ObjectBytes(ObjectReadStatus.Ok, wanted.Found, hasWaited);
            }

            await news.WaitAsync(cancellationToken);
            if (EndOf(feed, payer) is { } refused)
            {
                return new ObjectBytes(refused);
            }
        }
    }

    /// <summary>Loads a range, and waits until it is cached or has failed.</summary>
    public async Task<ObjectReadStatus> BringAsync(long offset, long count, IReadPayer payer, CancellationToken cancellationToken)
    {
        for (var next = offset; next < offset + count;)
        {
            var bytes = await ReadAsync(next, offset + count, offset + count - next, payer, cancellationToken);
            if (bytes.Status != ObjectReadStatus.Ok)
            {
                return bytes.Status;
            }

            next += bytes.Content.Length;
        }

        return ObjectReadStatus.Ok;
    }

    /// <summary>Records where readers usually stop.</summary>
    public void ExpectHangUp(long offset) => _hangUps.Expect(offset);

    /// <summary>Waits briefly before a reader's next bytes are requested, if it will probably hang up instead.</summary>
    /// <param name="offset">Offset of the next bytes.</param>
    /// <param name="isLikely">
    /// Whether this reader has found everything cached, like one that only looks something up again.
    /// </param>
    /// <param name="cancellationToken">Cancelled when it hangs up.</param>
    public Task HesitateAsync(long offset, bool isLikely, CancellationToken cancellationToken) =>
        (isLikely || _hangUps.IsWorthWaiting(offset)) && !_feeds.IsComing(offset)
            ? _hangUps.WaitAsync(offset, cancellationToken)
            : Task.CompletedTask;

    /// <inheritdoc cref="ObjectFeeds.Enter" />
    public void Enter(ObjectReader reader) => _feeds.Enter(reader);

    /// <inheritdoc cref="ObjectFeeds.Leave(ObjectReader)" />
    public void Leave(ObjectReader reader) => _feeds.Leave(reader);

    /// <inheritdoc cref="ObjectFeeds.Leave(IReadPayer)" />
    public void Leave(IReadPayer payer) => _feeds.Leave(payer);

    // A refusal for another step, such as a spent budget, does not apply to this one: it makes its own request.
    private static ObjectReadStatus? EndOf(ObjectFeed feed, IReadPayer payer) => feed switch
    {
        { Ended: true, Fault: { } fault } => throw fault,
        _ when ReferenceEquals(feed.Refused, payer) => feed.Status,
        _ => null,
    };
}
