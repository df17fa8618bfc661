using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Reading;

/// <summary>Loads a feed's bytes from storage into the cache.</summary>
/// <remarks>A body that breaks off or stalls is resumed at that point, in the same version, a few times.</remarks>
internal sealed class FeedTransfer(ObjectFeed feed, ObjectFeeds feeds, string key, ObjectReads reads)
{
    private const int BlockSize = 64 * 1024;

    private static readonly TimeSpan[] Pauses =
        [TimeSpan.Zero, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(1600)];

    private Block? _block;
    private int _breaks;

    /// <summary>Loads what is wanted, up to the feed's end.</summary>
    public async Task RunAsync()
    {
        while (!await PassAsync())
        {
            await Task.Delay(Pauses[_breaks++], reads.Time, feed.Abandoned);
        }
    }

    /// <summary>Makes one request. False if a retry may help.</summary>
    private async Task<bool> PassAsync()
    {
        using var patience = new StoragePatience(reads.StorageTimeLimit, reads.Time, feed.Abandoned);
        try
        {
            var payer = feed.Payer;
            await using var read =
                await patience.WaitAsync(token => payer.ReadAsync(key, feed.Position, feed.End - feed.Position, token));
            patience.Renew();
            feeds.Answered(feed, read, payer);
            while (feed.Status == ObjectReadStatus.Ok && feed.Position < feed.End)
            {
                await feeds.WantedAsync(feed, feed.Abandoned);
                await TakeAsync(read.Content, patience);
            }

            return true;
        }
        catch (Exception e) when (_breaks < Pauses.Length && Passes(e) && !feed.Abandoned.IsCancellationRequested)
        {
            return false;
        }
    }

    // Before the first response, the store has already retried by itself, unless storage did not answer at all.
    private bool Passes(Exception fault) =>
        fault is TimeoutException
        || (feed.IsOpened && fault is IOException or HttpRequestException or OperationCanceledException);

    private async Task TakeAsync(Stream body, StoragePatience patience)
    {
        if (_block is null or { Free.Length: 0 })
        {
            _block = reads.Cache.Add(key, feed.Position, (int)Math.Min(BlockSize, feed.End - feed.Position));
        }

        var count = await patience.WaitAsync(token => body.ReadAsync(_block.Free, token).AsTask());
        if (count == 0)
        {
            throw new IOException("Storage sent no bytes");
        }

        _block.Filled(count);
        feeds.Received(feed, count);
        if (_block.Free.Length == 0)
        {
            patience.Renew();
            _breaks = 0;
        }
    }
}
