using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Reading;

/// <summary>The feeds and the readers of one object. It owns their lock; what it calls under the lock is pure state.</summary>
internal sealed class ObjectFeeds
{
    private readonly string _key;
    private readonly ObjectReads _reads;
    private readonly FeedList _feeds;
    private readonly List<ObjectReader> _readers = [];
    private readonly Lock _gate = new();

    /// <summary>No feed and no reader yet.</summary>
    /// <param name="key">The object's key.</param>
    /// <param name="reads">The job's reads.</param>
    /// <param name="hangUps">Where readers usually stop.</param>
    public ObjectFeeds(string key, ObjectReads reads, HangUps hangUps)
    {
        (_key, _reads) = (key, reads);
        _feeds = new FeedList(key, reads, hangUps, feed => _ = Task.Run(() => LoadAsync(feed), CancellationToken.None));
    }

    private long? Size => _reads.Seen.GetValueOrDefault(_key)?.Size;

    /// <summary>Wants storage's response to a request at an offset, but none of its bytes.</summary>
    public WantedBytes Open(long offset, long until, IReadPayer payer)
    {
        lock (_gate)
        {
            var feed = _feeds.For(offset, until, ahead: 0, payer);
            return new WantedBytes(default, feed, feed.Want(offset, payer));
        }
    }

    /// <summary>Finds the bytes from an offset in the cache, or else wants them from a feed.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="until">The offset after the last byte needed.</param>
    /// <param name="ahead">How many bytes to read ahead.</param>
    /// <param name="payer">Who is charged for bytes not cached yet.</param>
    public WantedBytes Want(long offset, long until, long ahead, IReadPayer payer)
    {
        lock (_gate)
        {
            var found = _reads.Cache.Find(_key, offset);
            if (!found.IsEmpty)
            {
                _feeds.BringAhead(offset + found.Length, until, ahead, payer);
                return new WantedBytes(found);
            }

            if (offset >= Size)
            {
                return default;
            }

            var feed = _feeds.For(offset, until, ahead, payer);
            return new WantedBytes(default, feed, feed.Want(SaturatingSum.Of(offset + 1, ahead), payer));
        }
    }

    /// <summary>Whether the bytes at an offset are cached, will arrive soon, or do not exist.</summary>
    public bool IsComing(long offset)
    {
        lock (_gate)
        {
            return offset >= Size || !_reads.Cache.Find(_key, offset).IsEmpty || _feeds.Reach(offset);
        }
    }

    /// <summary>A reader starts.</summary>
    public void Enter(ObjectReader reader)
    {
        lock (_gate)
        {
            _readers.Add(reader);
        }
    }

    /// <summary>A reader stops. Feeds that nobody else uses are stopped, because storage would keep sending.</summary>
    /// <remarks>ffprobe hangs up only after its next request, so there are usually other readers.</remarks>
    public void Leave(ObjectReader reader) => Abandon(() =>
    {
        _readers.Remove(reader);
        return _feeds.Leave(_readers.ConvertAll(other => other.Position));
    });

    /// <summary>Stops feeds that only this payer wanted.</summary>
    public void Leave(IReadPayer payer) => Abandon(() => _feeds.Of(payer));

    /// <summary>Records storage's response to a feed's request.</summary>
    public void Answered(ObjectFeed feed, ObjectRead read, IReadPayer payer)
    {
        lock (_gate)
        {
            feed.Answer(read, payer);
        }
    }

    /// <summary>Completes when someone wants more of a feed.</summary>
    public Task WantedAsync(ObjectFeed feed, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return feed.Demand().WaitAsync(cancellationToken);
        }
    }

    /// <summary>Records bytes of a feed that are now in the cache, and charges them.</summary>
    public void Received(ObjectFeed feed, int count)
    {
        var payer = feed.Payer;
        var isPaid = payer.Count(count);
        lock (_gate)
        {
            feed.Receive(count, payer, isPaid);
        }
    }

    // Never throws: the feed has the failure.
    private async Task LoadAsync(ObjectFeed feed)
    {
        Exception? fault = null;
        try
        {
            await new FeedTransfer(feed, this, _key, _reads).RunAsync();
        }
        catch (Exception e)
        {
            fault = feed.Abandoned.IsCancellationRequested ? null : e;
        }

        lock (_gate)
        {
            _feeds.Remove(feed);
            feed.Finish(fault);
        }

        feed.Dispose();
    }

    // A cancellation runs callbacks, which must not hold the lock.
    private void Abandon(Func<IReadOnlyList<ObjectFeed>> pick)
    {
        IReadOnlyList<ObjectFeed> picked;
        lock (_gate)
        {
            picked = pick();
        }

        foreach (var feed in picked)
        {
            feed.Abandon();
        }
    }
}
