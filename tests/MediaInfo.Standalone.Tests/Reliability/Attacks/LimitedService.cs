namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>The program with its limits of time and number small enough to be reached soon; those of size are the default ones.</summary>
public sealed class LimitedService : IAsyncLifetime
{
    /// <summary>Connections at the same time.</summary>
    public const int Connections = 600;

    /// <summary>The program.</summary>
    internal FuzzedService Service { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        Service = await FuzzedService.StartAsync(
            ("MediaInfo__Http__MaxConnections", $"{Connections}"),
            ("MediaInfo__Http__HeadTimeout", "00:00:03"),
            ("MediaInfo__Http__IdleTimeout", "00:00:03"),
            ("MediaInfo__Gateway__BodyTimeout", "00:00:03"));
        await Service.AssertWorksAsync("limited.mp4");
    }

    /// <inheritdoc />
    public async Task DisposeAsync() => await Service.DisposeAsync();
}
