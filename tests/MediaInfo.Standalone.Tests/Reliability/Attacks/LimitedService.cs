namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>The program with time and count limits small enough to be reached soon. Size limits are the defaults.</summary>
public sealed class LimitedService : IAsyncLifetime
{
    /// <summary>The maximum number of connections.</summary>
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
