using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Reading;

/// <summary>One range on its way from storage: asked for at once, its body taken no further than somebody wants it.</summary>
/// <remarks>A body that breaks off is asked on from where it broke, in the same version, a few times.</remarks>
internal sealed class ObjectFeed : IDisposable
{
    private const int BlockSize = 64 * 1024;

    private static readonly TimeSpan[] Pauses =
        [TimeSpan.Zero, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(1600)];

    private readonly CachedObject _target;
    private readonly CancellationTokenSource _abandoned;
    private TaskCompletionSource _demand = NewSignal();
    private TaskCompletionSource _progress = NewSignal();
    private Block? _block;
    private long _wanted;
    private int _breaks;
    private bool _opened;
    private bool _isLeft;

    /// <summary>A feed that was not started.</summary>
    /// <param name="target">The object.</param>
    /// <param name="first">First byte.</param>
    /// <param name="end">The byte behind the last.</param>
    /// <param name="payer">Who asks.</param>
    public ObjectFeed(CachedObject target, long first, long end, IReadPayer payer)
    {
        (_target, Position, End, Payer, _wanted) = (target, first, end, payer, first);
        _abandoned = CancellationTokenSource.CreateLinkedTokenSource(target.Closed);
    }

    /// <summary>Next byte to come.</summary>
    public long Position { get; private set; }

    /// <summary>The byte behind the last.</summary>
    public long End { get; private set; }

    /// <summary>Who is charged: who wanted more last.</summary>
    public IReadPayer Payer { get; private set; }

    /// <summary>How storage answered; Ok before.</summary>
    public ObjectReadStatus Status { get; private set; }

    /// <summary>What ended it before its end; null when nothing did.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Nothing more will come.</summary>
    public bool Ended { get; private set; }

    /// <summary>Whether it waits for somebody who wants more.</summary>
    public bool IsIdle => _opened && _wanted <= Position;

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
            _demand.TrySetResult();
        }

        return _progress.Task;
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

    /// <summary>Brings the bytes. Never throws: what went wrong is in <see cref="Fault"/>.</summary>
    private async Task RunAsync()
    {
        try
        {
            while (!await PassAsync())
            {
                await Task.Delay(Pauses[_breaks++], _target.Time, _abandoned.Token);
            }
        }
        catch (Exception e)
        {
            Fault = _abandoned.IsCancellationRequested ? null : e;
        }

        lock (_target.Gate)
        {
            Ended = true;
            _target.Remove(this);
            _progress.TrySetResult();
        }

        Dispose();
    }

    /// <inheritdoc />
    public void Dispose() => _abandoned.Dispose();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>One request. False when its body broke off and another may mend that.</summary>
    private async Task<bool> PassAsync()
    {
        try
        {
            await using var read = await Payer.ReadAsync(_target.Key, Position, End - Position, _abandoned.Token);
            Answered(read);
            while (Status == ObjectReadStatus.Ok && Position < End)
            {
                await WantedAsync();
                await TakeAsync(read.Content);
            }

            return true;
        }
        catch (Exception e) when (_opened && _breaks < Pauses.Length && Passes(e) && !_abandoned.IsCancellationRequested)
        {
            return false;
        }
    }

    private static bool Passes(Exception fault) =>
        fault is IOException or TimeoutException or HttpRequestException or OperationCanceledException;

    private void Answered(ObjectRead read)
    {
        lock (_target.Gate)
        {
            Status = read.Status;
            if (read.Status == ObjectReadStatus.Ok)
            {
                _opened = true;
                End = Math.Min(End, read.Properties!.Size);
                _wanted = Math.Max(_wanted, CachedObject.WantedAtOnce(Position, read.Properties.Size));
            }

            Signal();
        }
    }

    private Task WantedAsync()
    {
        lock (_target.Gate)
        {
            if (_wanted > Position)
            {
                return Task.CompletedTask;
            }

            if (_isLeft)
            {
                AbandonSoon();
            }

            _demand = NewSignal();
            return _demand.Task.WaitAsync(_abandoned.Token);
        }
    }

    private async Task TakeAsync(Stream body)
    {
        if (_block is null or { Free.Length: 0 })
        {
            _block = _target.NewBlock(Position, (int)Math.Min(BlockSize, End - Position));
        }

        var count = await body.ReadAsync(_block.Free, _abandoned.Token);
        if (count == 0)
        {
            throw new IOException("Storage sent no bytes");
        }

        var paid = Payer.Count(count);
        _block.Filled(count);
        lock (_target.Gate)
        {
            _breaks = 0;
            Status = paid ? Status : ObjectReadStatus.Denied;
            Position += count;
            Signal();
        }
    }

    private void Signal()
    {
        var news = _progress;
        _progress = NewSignal();
        news.TrySetResult();
    }
}
