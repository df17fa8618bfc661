namespace MediaInfo.LocalStorage.Objects;

/// <summary>
/// Lets one part of the service at a time look for a name below the media folder and then give, take or remove it.
/// </summary>
public sealed class NamingTurn : IDisposable
{
    private readonly SemaphoreSlim _one = new(initialCount: 1);

    /// <summary>Waits for the turn. Disposing of the result ends it.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        return new Turn(_one);
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
