using MediaInfo.Core.Health;
using MediaInfo.LocalStorage.Database;
using MediaInfo.LocalStorage.Objects;

namespace MediaInfo.LocalStorage;

/// <summary>Checks whether the database can be written, and the media folder read.</summary>
public sealed class LocalReadiness(LocalDatabase database, MediaFolder media) : IReadiness
{
    /// <inheritdoc />
    public string Name => "storage";

    /// <inheritdoc />
    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(
                session =>
                {
                    using var touch = session.Use("UPDATE counters SET value = value + 1 WHERE name = 'checks'");
                    return touch.Run();
                },
                cancellationToken);
            return media.Problem is { } problem
                ? new Readiness(IsReady: false, problem)
                : new Readiness(IsReady: true, "responds");
        }
        catch (IOException e)
        {
            return new Readiness(IsReady: false, e.Message);
        }
    }
}
