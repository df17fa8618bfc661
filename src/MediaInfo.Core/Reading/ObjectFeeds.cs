namespace MediaInfo.Core.Reading;

/// <summary>What of one object is on its way from storage. All but <see cref="Gate"/> is to be used under the gate.</summary>
/// <param name="key">The object's key.</param>
/// <param name="reads">The job's reads.</param>
/// <param name="hangUps">Where readers mostly stop.</param>
internal sealed class ObjectFeeds(string key, ObjectReads reads, HangUps hangUps)
{
    private const long RangeSize = 4 * 1024 * 1024;

    // For whoever did not stop where readers mostly do, or has not yet.
    private const long DoubtfulRangeSize = 64 * 1024;

    // For whoever read through a first range, and so reads it all.
    private const long NextRangeSize = 8 * 1024 * 1024;
    private const long NextRangeAhead = RangeSize / ObjectReader.AheadShare;
    private const long SmallObject = 256 * 1024;
    private const int MaxIdle = 3;

    // Less than a connection carries in the time of one answer: reading over it is cheaper than another request.
    private const long Near = 64 * 1024;

    // What lies at the very end are tags of a few kinds, one before the other: who asks for one asks for the next.
    private const long EndPart = 8 * 1024;

    private readonly List<ObjectFeed> _feeds = [];

    /// <summary>Guards the feeds.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The object's key.</summary>
    public string Key => key;

    /// <summary>The job's reads.</summary>
    public ObjectReads Reads => reads;

    private long Size => reads.Seen.GetValueOrDefault(key)?.Size ?? long.MaxValue;

    /// <summary>Up to where a range's body is taken without anybody asking: all of a small object, so that it costs one request.</summary>
    public static long WantedAtOnce(long position, long size) => position == 0 && size <= SmallObject ? size : 0;

    /// <summary>The feed that brings the byte at an offset; a new one where none comes to it.</summary>
    /// <param name="offset">The byte.</param>
    /// <param name="until">The byte behind the last that is of any use.</param>
    /// <param name="ahead">How many bytes the reader is brought ahead of itself.</param>
    /// <param name="payer">Who is charged for a new one.</param>
    public ObjectFeed For(long offset, long until, long ahead, IReadPayer payer)
    {
        var nearest = _feeds.Where(feed => feed.Reaches(offset, Near)).MaxBy(feed => feed.Position);
        return nearest ?? Start(offset, until, RangeFor(offset, ahead), payer);
    }

    /// <summary>Whether one comes to the offset soon.</summary>
    public bool Reach(long offset) => _feeds.Exists(feed => feed.Reaches(offset, Near));

    /// <summary>Lets what is under way come further, and the next range begin, so that a reader that stays does not wait between them.</summary>
    public void BringAhead(long offset, long until, long ahead, IReadPayer payer)
    {
        if (ahead == 0 || offset >= Math.Min(until, Size) || _feeds.Find(feed => feed.IsJustAhead(offset, ahead + Near)) is not { } feed)
        {
            return;
        }

        _ = feed.Want(Sum(offset, ahead), payer);
        var next = feed.End;
        if (Sum(offset, ahead) > next && next < Math.Min(until, Size)
            && reads.Cache.Find(key, next).IsEmpty && !_feeds.Exists(other => other.Reaches(next, 0)))
        {
            Start(next, until, NextRangeSize, payer);
        }
    }

    /// <summary>Forgets a feed that ended.</summary>
    public void Remove(ObjectFeed feed) => _feeds.Remove(feed);

    /// <summary>Somebody reads no more.</summary>
    /// <param name="others">Where the others read.</param>
    /// <returns>Those that bring nothing anybody wants, to be abandoned outside the gate.</returns>
    public IReadOnlyList<ObjectFeed> Leave(List<long> others) =>
        [.. _feeds.Where(feed => !others.Exists(place => feed.IsJustAhead(place, ObjectReader.MostAhead + Near)) && feed.Leave())];

    /// <summary>Those that one payer wanted last.</summary>
    public IReadOnlyList<ObjectFeed> Of(IReadPayer payer) => [.. _feeds.Where(feed => ReferenceEquals(feed.Payer, payer))];

    private ObjectFeed Start(long offset, long until, long range, IReadPayer payer)
    {
        var first = Size - offset < EndPart && !IsReadOn(offset) ? Math.Max(0, Size - EndPart) : offset;
        var end = Math.Min(Math.Min(until, Size), Sum(first, range));
        end = reads.Cache.NextBehind(key, offset) is { } kept ? Math.Min(end, kept) : end;
        var feed = new ObjectFeed(this, first, end, payer);
        if (_feeds.Count(other => other.IsIdle) >= MaxIdle)
        {
            _feeds.First(other => other.IsIdle).AbandonSoon();
        }

        _feeds.Add(feed);
        feed.Start();
        return feed;
    }

    private long RangeFor(long offset, long ahead) =>
        ahead >= NextRangeAhead ? NextRangeSize : hangUps.IsExpected(offset) ? DoubtfulRangeSize : RangeSize;

    private bool IsReadOn(long offset) =>
        !reads.Cache.Find(key, offset - 1).IsEmpty || _feeds.Exists(feed => feed.End == offset);

    private static long Sum(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;
}
