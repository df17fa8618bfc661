namespace MediaInfo.Probing.Tests.Hostile;

/// <summary>Cleans up after the last test.</summary>
public sealed class HostileFixture : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => HostileWorld.Shared.Dispose();
}
