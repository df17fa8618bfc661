namespace MediaInfo.Standalone.Tests.Support;

/// <summary>Blocks work until the test lets it continue.</summary>
public sealed class Gate : IDisposable
{
    private readonly SemaphoreSlim _places = new(0);

    /// <summary>Waits to be let through.</summary>
    public Task PassAsync(CancellationToken cancellationToken) => _places.WaitAsync(cancellationToken);

    /// <summary>Lets that many through.</summary>
    public void Open(int count = 1) => _places.Release(count);

    /// <inheritdoc />
    public void Dispose() => _places.Dispose();
}
