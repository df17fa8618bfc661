namespace MediaInfo.LocalStorage.Database;

/// <summary>A write with a result.</summary>
/// <param name="work">What to do within the transaction. It may run again if the transaction has to be repeated.</param>
/// <param name="committed">What to do right after the commit, before any later write begins; null for nothing.</param>
/// <param name="isDurable">Whether the commit waits for the disk.</param>
/// <param name="cancellationToken">Cancels the write before it begins.</param>
internal sealed class PendingWriteOf<T>(
    Func<Session, T> work, Action<T>? committed, bool isDurable, CancellationToken cancellationToken)
    : PendingWrite(isDurable, cancellationToken)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    /// <summary>Completes after the commit.</summary>
    public Task<T> Done => _done.Task;

    /// <inheritdoc />
    public override void Run(Session session) => _result = work(session);

    /// <inheritdoc />
    public override void Complete()
    {
        committed?.Invoke(_result);
        _done.TrySetResult(_result);
    }

    /// <inheritdoc />
    public override void Fail(Exception error) => _done.TrySetException(error);

    /// <inheritdoc />
    public override void Cancel() => _done.TrySetCanceled(CancellationToken);
}
