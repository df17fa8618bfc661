using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Reading;

/// <summary>One object as a job's steps read it: what came stays for a while, what is missing is asked for once for all of them.</summary>
internal sealed class CachedObject
{
    private readonly string _key;
    private readonly ObjectReads _reads;
    private readonly ObjectFeeds _feeds;
    private readonly HangUps _hangUps;
    private readonly List<ObjectReader> _visitors = [];

    /// <summary>An object of which nothing was read.</summary>
    public CachedObject(string key, ObjectReads reads)
    {
        (_key, _reads, _hangUps) = (key, reads, new HangUps(reads.Time));
        _feeds = new ObjectFeeds(key, reads, _hangUps);
    }

    /// <summary>What storage says of it; null until it answered.</summary>
    public ObjectProperties? Properties => _reads.Seen.GetValueOrDefault(_key);

    /// <summary>Asks for the object at an offset, unless it is known by now.</summary>
    public async Task<ObjectReadStatus> OpenAsync(long offset, long until, IReadPayer payer, CancellationToken cancellationToken)
    {
        while (Properties is null)
        {
            Task news;
            ObjectFeed feed;
            lock (_feeds.Gate)
            {
                feed = _feeds.For(offset, until, ahead: 0, payer);
                news = feed.Want(offset, payer);
            }

            await news.WaitAsync(cancellationToken);
            if (EndOf(feed, payer) is { } refused)
            {
                return refused;
            }
        }

        return offset < Properties.Size ? ObjectReadStatus.Ok : ObjectReadStatus.BehindEnd;
    }

    /// <summary>Bytes from an offset on.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="until">The byte behind the last that is of any use.</param>
    /// <param name="ahead">How many bytes to bring further on, for whoever reads on.</param>
    /// <param name="payer">Who is charged for what is not there yet.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ObjectBytes> ReadAsync(
        long offset, long until, long ahead, IReadPayer payer, CancellationToken cancellationToken)
    {
        for (var hasWaited = false; ; hasWaited = true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Task news;
            ObjectFeed feed;
            lock (_feeds.Gate)
            {
                var found = _reads.Cache.Find(_key, offset);
                if (!found.IsEmpty)
                {
                    _feeds.BringAhead(offset + found.Length, until, ahead, payer);
                    return new ObjectBytes(ObjectReadStatus.Ok, found, hasWaited);
                }

                if (Properties is { } properties && offset >= properties.Size)
                {
                    return new ObjectBytes(ObjectReadStatus.BehindEnd);
                }

                feed = _feeds.For(offset, until, ahead, payer);
                news = feed.Want(Sum(offset + 1, ahead), payer);
            }

            await news.WaitAsync(cancellationToken);
            if (EndOf(feed, payer) is { } refused)
            {
                return new ObjectBytes(refused);
            }
        }
    }

    /// <summary>Brings a range, and waits until it is there or cannot be.</summary>
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

    /// <summary>Says where readers mostly stop.</summary>
    public void ExpectHangUp(long offset) => _hangUps.Expect(offset);

    /// <summary>Waits a little before a reader's next bytes are asked for, where it probably hangs up instead.</summary>
    /// <param name="offset">Where the next bytes stand.</param>
    /// <param name="isLikely">Whether this reader found all it read so far, as one does that only looks something up again.</param>
    /// <param name="cancellationToken">It hung up.</param>
    public Task HesitateAsync(long offset, bool isLikely, CancellationToken cancellationToken) =>
        (isLikely || _hangUps.IsWorthWaiting(offset)) && !IsComing(offset) ? _hangUps.WaitAsync(offset, cancellationToken) : Task.CompletedTask;

    /// <summary>Somebody begins to read along.</summary>
    public void Enter(ObjectReader visitor)
    {
        lock (_feeds.Gate)
        {
            _visitors.Add(visitor);
        }
    }

    /// <summary>Somebody reads no more. What is under way for nobody else is stopped: storage would go on sending.</summary>
    /// <remarks>ffprobe hangs up only after it has asked anew elsewhere, so others are mostly there.</remarks>
    public void Leave(ObjectReader visitor) => Abandon(() =>
    {
        _visitors.Remove(visitor);
        return _feeds.Leave(_visitors.ConvertAll(other => other.Position));
    });

    /// <summary>Stops what only this payer wanted.</summary>
    public void Leave(IReadPayer payer) => Abandon(() => _feeds.Of(payer));

    private void Abandon(Func<IReadOnlyList<ObjectFeed>> pick)
    {
        IReadOnlyList<ObjectFeed> picked;
        lock (_feeds.Gate)
        {
            picked = pick();
        }

        foreach (var feed in picked)
        {
            feed.Abandon();
        }
    }

    private bool IsComing(long offset)
    {
        lock (_feeds.Gate)
        {
            return offset >= Properties?.Size || !_reads.Cache.Find(_key, offset).IsEmpty || _feeds.Reach(offset);
        }
    }

    // Another step's refusal, such as a spent budget, is not this one's: it asks for itself.
    private static ObjectReadStatus? EndOf(ObjectFeed feed, IReadPayer payer) => feed switch
    {
        { Ended: true, Fault: { } fault } => throw fault,
        { Status: not ObjectReadStatus.Ok } when ReferenceEquals(feed.Payer, payer) => feed.Status,
        _ => null,
    };

    private static long Sum(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;
}
