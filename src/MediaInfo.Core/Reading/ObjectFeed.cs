using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Reading;

/// <summary>One range on its way from storage: asked for at once, its body taken no further than somebody wants it.</summary>
internal sealed class ObjectFeed : IDisposable
{
    private readonly ObjectFeeds _feeds;
    private readonly CancellationTokenSource _abandoned;
    private readonly Signal _demand = new();
    private readonly Signal _news = new();
    private long _wanted;
    private bool _isLeft;

    /// <summary>A feed that was not started.</summary>
    /// <param name="feeds">Those of the object.</param>
    /// <param name="first">First byte.</param>
    /// <param name="end">The byte behind the last.</param>
    /// <param name="payer">Who asks.</param>
    public ObjectFeed(ObjectFeeds feeds, long first, long end, IReadPayer payer)
    {
        (_feeds, Position, End, Payer, _wanted) = (feeds, first, end, payer, first);
        _abandoned = CancellationTokenSource.CreateLinkedTokenSource(feeds.Reads.Closed);
    }

    /// <summary>Next byte to come.</summary>
    public long Position { get; private set; }

    /// <summary>The byte behind the last.</summary>
    public long End { get; private set; }

    /// <summary>Who is charged: who wanted more last.</summary>
    public IReadPayer Payer { get; private set; }

    /// <summary>How storage answered; Ok before.</summary>
    public ObjectReadStatus Status { get; private set; }

    /// <summary>Whether storage has answered with the object.</summary>
    public bool IsOpened { get; private set; }

    /// <summary>What ended it before its end; null when nothing did.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Nothing more will come.</summary>
    public bool Ended { get; private set; }

    /// <summary>Whether it waits for somebody who wants more.</summary>
    public bool IsIdle => IsOpened && _wanted <= Position;

    /// <summary>Whether it comes to the offset soon: what lies there is wanted anyway, or lies not far ahead.</summary>
    public bool Reaches(long offset, long near) =>
        !Ended && Position <= offset && offset < End && (offset < _wanted || offset - Position <= near);

    /// <summary>Whether a reader at the offset, who is brought so far ahead, comes into what it still brings.</summary>
    public bool IsJustAhead(long offset, long ahead) => !Ended && offset < End && Math.Abs(Position - offset) <= ahead;

    /// <summary>Wants the bytes up to an offset. To be called under the object's gate.</summary>
    /// <returns>Ends with the next news: an answer, bytes, the end.</returns>
    public Task Want(long upTo, IReadPayer payer)
    {
        _isLeft = false;
        if (Math.Min(upTo, End) > _wanted)
        {
            _wanted = Math.Min(upTo, End);
            Payer = payer;
            _demand.Raise();
        }

        return _news.Next;
    }

    /// <summary>Nobody reads along any more: it stops where nothing more is wanted of it. To be called under the object's gate.</summary>
    /// <returns>Whether it is there already, and to be abandoned.</returns>
    public bool Leave()
    {
        _isLeft = true;
        return IsIdle;
    }

    /// <summary>Begins to ask, not under the object's gate.</summary>
    public void Start() => _ = Task.Run(RunAsync, CancellationToken.None);

    /// <summary>Stops it, not under the object's gate: a cancellation calls back.</summary>
    public void AbandonSoon() => ThreadPool.QueueUserWorkItem(static feed => feed.Abandon(), this, preferLocal: false);

    /// <summary>Stops it. Who waits on it looks elsewhere.</summary>
    public void Abandon()
    {
        try
        {
            _abandoned.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It came to its end by itself.
        }
    }

    /// <summary>Storage has answered.</summary>
    public void Answered(ObjectRead read)
    {
        lock (_feeds.Gate)
        {
            Status = read.Status;
            if (read.Status == ObjectReadStatus.Ok)
            {
                IsOpened = true;
                End = Math.Min(End, read.Properties!.Size);
                _wanted = Math.Max(_wanted, ObjectFeeds.WantedAtOnce(Position, read.Properties.Size));
            }

            _news.Raise();
        }
    }

    /// <summary>Ends when somebody wants more.</summary>
    public Task WantedAsync(CancellationToken cancellationToken)
    {
        lock (_feeds.Gate)
        {
            if (_wanted > Position)
            {
                return Task.CompletedTask;
            }

            if (_isLeft)
            {
                AbandonSoon();
            }

            return _demand.Next.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The next bytes are in the cache, and are charged.</summary>
    public void Received(int count)
    {
        var isPaid = Payer.Count(count);
        lock (_feeds.Gate)
        {
            Status = isPaid ? Status : ObjectReadStatus.Denied;
            Position += count;
            _news.Raise();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _abandoned.Dispose();

    /// <summary>Brings the bytes. Never throws: what went wrong is in <see cref="Fault"/>.</summary>
    private async Task RunAsync()
    {
        try
        {
            await new FeedTransfer(this, _feeds.Key, _feeds.Reads, _abandoned.Token).RunAsync();
        }
        catch (Exception e)
        {
            Fault = _abandoned.IsCancellationRequested ? null : e;
        }

        lock (_feeds.Gate)
        {
            Ended = true;
            _feeds.Remove(this);
            _news.Raise();
        }

        Dispose();
    }
}
