namespace MediaInfo.LocalStorage.Database;

/// <summary>A write that waits for its transaction.</summary>
internal abstract class PendingWrite(bool isDurable, CancellationToken cancellationToken)
{
    /// <summary>Whether the caller waits until the write survives a loss of power.</summary>
    public bool IsDurable => isDurable;

    /// <summary>Cancels the write before it begins.</summary>
    protected CancellationToken CancellationToken => cancellationToken;

    /// <summary>Whether the write need not begin.</summary>
    public bool IsCanceled => cancellationToken.IsCancellationRequested;

    /// <summary>Runs within the transaction.</summary>
    public abstract void Run(Session session);

    /// <summary>Reports success after the commit.</summary>
    public abstract void Complete();

    /// <summary>Reports that nothing was written.</summary>
    public abstract void Fail(Exception error);

    /// <summary>Reports that the write was canceled before it began.</summary>
    public abstract void Cancel();
}
