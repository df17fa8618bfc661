using System.Collections.Concurrent;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Reading;

/// <summary>One object as a job's steps read it: what came stays for a while, what is missing is asked for once for all of them.</summary>
internal sealed class CachedObject(string key, ObjectReads reads)
{
    private const long RangeSize = 4 * 1024 * 1024;

    // For whoever read through a first range, and so reads it all.
    private const long NextRangeSize = 8 * 1024 * 1024;
    private const long NextRangeAhead = RangeSize / ObjectReader.AheadShare;
    private const long SmallObject = 256 * 1024;
    private const int MaxIdleFeeds = 3;
    private const int MaxWrongGuesses = 3;

    // Less than a connection carries in the time of one answer: reading over it is cheaper than another request.
    private const long Near = 64 * 1024;

    // What lies at the very end are tags of a few kinds, one before the other: who asks for one asks for the next.
    private const long EndPart = 8 * 1024;

    private static readonly TimeSpan Hesitation = TimeSpan.FromMilliseconds(20);

    private readonly List<ObjectFeed> _feeds = [];
    private readonly ConcurrentDictionary<long, bool> _hangUps = [];
    private int _wrongGuesses;
    private int _visits;

    /// <summary>The object's key.</summary>
    public string Key => key;

    /// <summary>Guards the object's feeds.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The clock.</summary>
    public TimeProvider Time => reads.Time;

    /// <summary>Cancelled when the job reads no more.</summary>
    public CancellationToken Closed => reads.Closed;

    /// <summary>What storage says of it; null until it answered.</summary>
    public ObjectProperties? Properties => reads.Seen.GetValueOrDefault(key);

    /// <summary>Asks for the object at an offset, unless it is known by now.</summary>
    public async Task<ObjectReadStatus> OpenAsync(long offset, long until, IReadPayer payer, CancellationToken cancellationToken)
    {
        while (Properties is null)
        {
            Task news;
            ObjectFeed feed;
            lock (Gate)
            {
                feed = FeedFor(offset, until, payer);
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
            lock (Gate)
            {
                var found = reads.Cache.Find(key, offset);
                if (!found.IsEmpty)
                {
                    BringAhead(offset + found.Length, until, ahead, payer);
                    return new ObjectBytes(ObjectReadStatus.Ok, found, hasWaited);
                }

                if (Properties is { } properties && offset >= properties.Size)
                {
                    return new ObjectBytes(ObjectReadStatus.BehindEnd);
                }

                feed = FeedFor(offset, until, payer, ahead < NextRangeAhead ? RangeSize : NextRangeSize);
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

    /// <summary>Says where readers mostly stop, so that nothing is asked for behind it before they show that they go on.</summary>
    public void ExpectHangUp(long offset) => _hangUps[offset] = true;

    /// <summary>Waits a little before a reader's next bytes are asked for, where it probably hangs up instead.</summary>
    /// <param name="offset">Where the next bytes stand.</param>
    /// <param name="isLikely">Whether this reader found all it read so far, as one does that only looks something up again.</param>
    /// <param name="cancellationToken">It hung up.</param>
    /// <remarks>Where readers often go on all the same, fragments' ends are no longer waited at.</remarks>
    public async Task HesitateAsync(long offset, bool isLikely, CancellationToken cancellationToken)
    {
        var isExpected = _hangUps.ContainsKey(offset);
        if ((!isExpected && !isLikely) || IsComing(offset))
        {
            return;
        }

        await Task.Delay(Hesitation, Time, cancellationToken);
        if (isExpected && _hangUps.TryRemove(offset, out _) && Interlocked.Increment(ref _wrongGuesses) > MaxWrongGuesses)
        {
            _hangUps.Clear();
        }
    }

    private bool IsComing(long offset)
    {
        lock (Gate)
        {
            return offset >= Properties?.Size || !reads.Cache.Find(key, offset).IsEmpty || _feeds.Exists(feed => feed.Reaches(offset, Near));
        }
    }

    /// <summary>Room for bytes to come.</summary>
    public Block NewBlock(long offset, int capacity) => reads.Cache.Add(key, offset, capacity);

    /// <summary>Up to where a range's body is taken without anybody asking: all of a small object, so that it costs one request.</summary>
    public static long WantedAtOnce(long position, long size) => position == 0 && size <= SmallObject ? size : 0;

    /// <summary>Forgets a feed that ended. To be called under the gate.</summary>
    public void Remove(ObjectFeed feed) => _feeds.Remove(feed);

    /// <summary>Somebody begins to read along.</summary>
    public void Enter() => Interlocked.Increment(ref _visits);

    /// <summary>Somebody reads no more. What is under way for nobody is stopped: storage would go on sending.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _visits) > 0)
        {
            return;
        }

        List<ObjectFeed> idle;
        lock (Gate)
        {
            idle = [.. _feeds.Where(feed => feed.Leave())];
        }

        idle.ForEach(feed => feed.Abandon());
    }

    /// <summary>Stops what only this payer wanted.</summary>
    public void Leave(IReadPayer payer)
    {
        List<ObjectFeed> left;
        lock (Gate)
        {
            left = [.. _feeds.Where(feed => ReferenceEquals(feed.Payer, payer))];
        }

        left.ForEach(feed => feed.Abandon());
    }

    private static long Sum(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;

    // Another step's refusal, such as a spent budget, is not this one's: it asks for itself.
    private static ObjectReadStatus? EndOf(ObjectFeed feed, IReadPayer payer) => feed switch
    {
        { Ended: true, Fault: { } fault } => throw fault,
        { Status: not ObjectReadStatus.Ok } when ReferenceEquals(feed.Payer, payer) => feed.Status,
        _ => null,
    };

    private ObjectFeed FeedFor(long offset, long until, IReadPayer payer, long range = RangeSize)
    {
        var nearest = _feeds.Where(feed => feed.Reaches(offset, Near)).MaxBy(feed => feed.Position);
        return nearest ?? Start(offset, until, range, payer);
    }

    private ObjectFeed Start(long offset, long until, long range, IReadPayer payer)
    {
        var size = Properties?.Size ?? long.MaxValue;
        var first = size - offset < EndPart && !IsReadOn(offset) ? Math.Max(0, size - EndPart) : offset;
        var end = Math.Min(Math.Min(until, size), Sum(first, range));
        end = reads.Cache.NextBehind(key, offset) is { } kept ? Math.Min(end, kept) : end;
        var feed = new ObjectFeed(this, first, end, payer);
        if (_feeds.Count(other => other.IsIdle) >= MaxIdleFeeds)
        {
            _feeds.First(other => other.IsIdle).AbandonSoon();
        }

        _feeds.Add(feed);
        feed.Start();
        return feed;
    }

    private bool IsReadOn(long offset) =>
        !reads.Cache.Find(key, offset - 1).IsEmpty || _feeds.Exists(feed => feed.End == offset);

    // A reader that stays meets the next range before this one is at its end.
    private void BringAhead(long offset, long until, long ahead, IReadPayer payer)
    {
        var size = Properties?.Size ?? long.MaxValue;
        if (ahead == 0 || offset >= Math.Min(until, size) || _feeds.Find(feed => feed.IsJustAhead(offset, ahead + Near)) is not { } feed)
        {
            return;
        }

        _ = feed.Want(Sum(offset, ahead), payer);
        var next = feed.End;
        if (Sum(offset, ahead) > next && next < Math.Min(until, size)
            && reads.Cache.Find(key, next).IsEmpty && !_feeds.Exists(other => other.Reaches(next, 0)))
        {
            Start(next, until, NextRangeSize, payer);
        }
    }
}
