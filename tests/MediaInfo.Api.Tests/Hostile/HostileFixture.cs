namespace MediaInfo.Api.Tests.Hostile;

/// <summary>Clears up after the last of the tests.</summary>
public sealed class HostileFixture : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => HostileWorld.Shared.Dispose();
}
