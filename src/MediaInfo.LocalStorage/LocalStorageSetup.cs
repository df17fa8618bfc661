using MediaInfo.Core.Health;
using MediaInfo.LocalStorage.Database;
using MediaInfo.LocalStorage.Objects;
using MediaInfo.LocalStorage.Queues;
using Microsoft.Extensions.Logging;

namespace MediaInfo.LocalStorage;

/// <summary>Takes the data folder, opens the database, and creates the media folder and the link key.</summary>
public sealed class LocalStorageSetup(
    LocalDatabase database,
    LocalWorkQueues queues,
    MediaFolder media,
    UnfinishedFiles unfinished,
    LinkKeys keys,
    LocalStorageOptions options,
    ILogger<LocalStorageSetup> log) : IStorageSetup
{
    /// <inheritdoc />
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        bool isFirst;
        try
        {
            isFirst = database.Open();
            media.Open();
            _ = keys.All;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"The data folder {options.Root} cannot be used: {e.Message}", e);
        }

        if (isFirst)
        {
            await unfinished.RemoveAllAsync();
            await queues.ReleaseAsync(cancellationToken);
            log.Opened(options.Root, options.MediaRoot);
        }
    }
}
