using MediaInfo.Core.Objects;
using MediaInfo.Core.Queues;

namespace MediaInfo.Probing.Reading;

/// <summary>A range being loaded from storage: requested at once, its body read only as far as someone wants it.</summary>
/// <remarks>
/// Only state: <see cref="ObjectFeeds"/> changes it under its lock, and <see cref="FeedTransfer"/> does the loading.
/// </remarks>
internal sealed class ObjectFeed : IDisposable
{
    private readonly CancellationTokenSource _abandoned;
    private readonly Signal _demand = new();
    private readonly Signal _news = new();
    private long _wanted;
    private bool _isLeft;

    /// <summary>A feed that has not started.</summary>
    /// <param name="first">First byte.</param>
    /// <param name="end">The offset after the last byte.</param>
    /// <param name="payer">Who requests it.</param>
    /// <param name="closed">Cancelled when the job's reads are closed.</param>
    public ObjectFeed(long first, long end, IReadPayer payer, CancellationToken closed)
    {
        (Position, End, Payer, _wanted) = (first, end, payer, first);
        _abandoned = CancellationTokenSource.CreateLinkedTokenSource(closed);
    }

    /// <summary>Cancelled when nobody waits for it any more.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    /// <summary>Offset of the next byte to arrive.</summary>
    public long Position { get; private set; }

    /// <summary>The offset after the last byte.</summary>
    public long End { get; private set; }

    /// <summary>Who is charged: whoever last wanted more.</summary>
    public IReadPayer Payer { get; private set; }

    /// <summary>Storage's response; Ok until then. Denied once a payer's budget is spent.</summary>
    public ObjectReadStatus Status { get; private set; }

    /// <summary>Whose request was refused: the status applies to this payer alone. Null while it is Ok.</summary>
    public IReadPayer? Refused { get; private set; }

    /// <summary>Whether storage has answered with the object.</summary>
    public bool IsOpened { get; private set; }

    /// <summary>What stopped it before its end; null if nothing did.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Whether no more bytes will come.</summary>
    public bool Ended { get; private set; }

    /// <summary>Whether it is waiting for someone to want more.</summary>
    public bool IsIdle => IsOpened && _wanted <= Position;

    private bool IsRunning => !Ended && Refused is null;

    /// <summary>Whether it reaches the offset soon: the byte there is wanted anyway, or is not far ahead.</summary>
    public bool Reaches(long offset, long near) =>
        IsRunning && Position <= offset && offset < End && (offset < _wanted || offset - Position <= near);

    /// <summary>Whether a reader at the offset, with that much read-ahead, runs into what it still loads.</summary>
    public bool IsJustAhead(long offset, long ahead) => IsRunning && offset < End && Math.Abs(Position - offset) <= ahead;

    /// <summary>Wants the bytes up to an offset.</summary>
    /// <returns>Completes at the next news: a response, bytes or the end.</returns>
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

    /// <summary>No reader is left: it stops once nothing more is wanted.</summary>
    /// <returns>Whether it has reached that point and must be abandoned.</returns>
    public bool Leave()
    {
        _isLeft = true;
        return IsIdle;
    }

    /// <summary>Stops it later, outside the lock: a cancellation runs callbacks.</summary>
    public void AbandonSoon() => ThreadPool.QueueUserWorkItem(static feed => feed.Abandon(), this, preferLocal: false);

    /// <summary>Stops it. Whoever waits for it must look elsewhere.</summary>
    public void Abandon()
    {
        try
        {
            _abandoned.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself.
        }
    }

    /// <summary>Records storage's response.</summary>
    /// <param name="read">The response.</param>
    /// <param name="payer">Who made the request.</param>
    public void Answer(ObjectRead read, IReadPayer payer)
    {
        if (read.Status != ObjectReadStatus.Ok)
        {
            Refuse(read.Status, payer);
        }
        else
        {
            IsOpened = true;
            End = Math.Min(End, read.Properties!.Size);
            _wanted = Math.Max(_wanted, FeedList.WantedAtOnce(Position, read.Properties.Size));
        }

        _news.Raise();
    }

    /// <summary>Completes when someone wants more. Without a reader it stops at this point.</summary>
    public Task Demand()
    {
        if (_wanted > Position)
        {
            return Task.CompletedTask;
        }

        if (_isLeft)
        {
            AbandonSoon();
        }

        return _demand.Next;
    }

    /// <summary>Records bytes that are now in the cache.</summary>
    /// <param name="count">How many.</param>
    /// <param name="payer">Who was charged.</param>
    /// <param name="isPaid">Whether the payer's budget allowed them.</param>
    public void Receive(int count, IReadPayer payer, bool isPaid)
    {
        if (!isPaid)
        {
            Refuse(ObjectReadStatus.Denied, payer);
        }

        Position += count;
        _news.Raise();
    }

    /// <summary>Records its end.</summary>
    /// <param name="fault">What stopped it early; null if nothing did.</param>
    public void Finish(Exception? fault)
    {
        (Ended, Fault) = (true, fault);
        _news.Raise();
    }

    /// <inheritdoc />
    public void Dispose() => _abandoned.Dispose();

    private void Refuse(ObjectReadStatus status, IReadPayer payer) => (Status, Refused) = (status, payer);
}
