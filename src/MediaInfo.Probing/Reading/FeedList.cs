namespace MediaInfo.Probing.Reading;

/// <summary>The running feeds of one object, and which range the next one loads.</summary>
/// <param name="key">The object's key.</param>
/// <param name="reads">The job's reads.</param>
/// <param name="hangUps">Where readers usually stop.</param>
/// <param name="start">Starts a new feed's request without waiting for it.</param>
/// <remarks>Not safe for threads: <see cref="ObjectFeeds"/> owns the lock.</remarks>
internal sealed class FeedList(string key, ObjectReads reads, HangUps hangUps, Action<ObjectFeed> start)
{
    private const long RangeSize = 4 * 1024 * 1024;

    // For a reader that did not stop where readers usually do, or has not yet.
    private const long DoubtfulRangeSize = 64 * 1024;

    // For a reader that read through a first range and so will read everything.
    private const long NextRangeSize = 8 * 1024 * 1024;
    private const long NextRangeAhead = RangeSize / ObjectReader.AheadShare;
    private const long SmallObject = 256 * 1024;
    private const int MaxIdle = 3;

    // Less than a connection carries during one round trip: reading through it is cheaper than another request.
    private const long Near = 64 * 1024;

    // The very end holds tags of a few kinds, one before the other: a reader that wants one also wants the next.
    private const long EndPart = 8 * 1024;

    private readonly List<ObjectFeed> _feeds = [];

    private long Size => reads.Seen.GetValueOrDefault(key)?.Size ?? long.MaxValue;

    /// <summary>How far a range's body is read without demand: all of a small object, so that it costs one request.</summary>
    public static long WantedAtOnce(long position, long size) => position == 0 && size <= SmallObject ? size : 0;

    /// <summary>The feed that will load the byte at an offset; a new one if none will.</summary>
    /// <param name="offset">The byte.</param>
    /// <param name="until">The offset after the last byte needed.</param>
    /// <param name="ahead">The reader's read-ahead, in bytes.</param>
    /// <param name="payer">Who is charged for a new feed.</param>
    public ObjectFeed For(long offset, long until, long ahead, IReadPayer payer)
    {
        var nearest = _feeds.Where(feed => feed.Reaches(offset, Near)).MaxBy(feed => feed.Position);
        return nearest ?? Start(offset, until, RangeFor(offset, ahead), payer);
    }

    /// <summary>Whether a feed reaches the offset soon.</summary>
    public bool Reach(long offset) => _feeds.Exists(feed => feed.Reaches(offset, Near));

    /// <summary>
    /// Extends the current feed's demand and starts the next range, so a continuing reader does not wait between them.
    /// </summary>
    public void BringAhead(long offset, long until, long ahead, IReadPayer payer)
    {
        if (ahead == 0
            || offset >= Math.Min(until, Size)
            || _feeds.Find(feed => feed.IsJustAhead(offset, ahead + Near)) is not { } feed)
        {
            return;
        }

        _ = feed.Want(SaturatingSum.Of(offset, ahead), payer);
        var next = feed.End;
        if (SaturatingSum.Of(offset, ahead) > next && next < Math.Min(until, Size)
            && reads.Cache.Find(key, next).IsEmpty && !_feeds.Exists(other => other.Reaches(next, 0)))
        {
            Start(next, until, NextRangeSize, payer);
        }
    }

    /// <summary>Removes a feed that ended.</summary>
    public void Remove(ObjectFeed feed) => _feeds.Remove(feed);

    /// <summary>A reader stops.</summary>
    /// <param name="others">Positions of the other readers.</param>
    /// <returns>Feeds that nobody wants, to be abandoned outside the lock.</returns>
    public IReadOnlyList<ObjectFeed> Leave(List<long> others) =>
        [.. _feeds.Where(feed => !others.Exists(place => feed.IsJustAhead(place, ObjectReader.MaxAhead + Near)) && feed.Leave())];

    /// <summary>The feeds that one payer wanted last.</summary>
    public IReadOnlyList<ObjectFeed> Of(IReadPayer payer) => [.. _feeds.Where(feed => ReferenceEquals(feed.Payer, payer))];

    private ObjectFeed Start(long offset, long until, long range, IReadPayer payer)
    {
        var first = Size - offset < EndPart && !IsReadOn(offset) ? Math.Max(0, Size - EndPart) : offset;
        var end = Math.Min(Math.Min(until, Size), SaturatingSum.Of(first, range));
        end = reads.Cache.NextBehind(key, offset) is { } kept ? Math.Min(end, kept) : end;
        var feed = new ObjectFeed(first, end, payer, reads.Closed);
        if (_feeds.Count(other => other.IsIdle) >= MaxIdle)
        {
            _feeds.First(other => other.IsIdle).AbandonSoon();
        }

        _feeds.Add(feed);
        start(feed);
        return feed;
    }

    private long RangeFor(long offset, long ahead) =>
        ahead >= NextRangeAhead ? NextRangeSize : hangUps.IsExpected(offset) ? DoubtfulRangeSize : RangeSize;

    private bool IsReadOn(long offset) =>
        !reads.Cache.Find(key, offset - 1).IsEmpty || _feeds.Exists(feed => feed.End == offset);
}
