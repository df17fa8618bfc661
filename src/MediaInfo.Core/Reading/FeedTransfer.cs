using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Reading;

/// <summary>Brings a feed's bytes from storage into the cache.</summary>
/// <remarks>A body that breaks off, or stays away, is asked on from where it broke, in the same version, a few times.</remarks>
internal sealed class FeedTransfer(ObjectFeed feed, string key, ObjectReads reads, CancellationToken abandoned)
{
    private const int BlockSize = 64 * 1024;

    private static readonly TimeSpan[] Pauses =
        [TimeSpan.Zero, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(1600)];

    private Block? _block;
    private int _breaks;

    /// <summary>Brings what is wanted, up to the feed's end.</summary>
    public async Task RunAsync()
    {
        while (!await PassAsync())
        {
            await Task.Delay(Pauses[_breaks++], reads.Time, abandoned);
        }
    }

    /// <summary>One request. False when another may mend what went wrong.</summary>
    private async Task<bool> PassAsync()
    {
        using var patience = new StoragePatience(reads.StorageTimeLimit, reads.Time, abandoned);
        try
        {
            await using var read = await patience.WaitAsync(token => feed.Payer.ReadAsync(key, feed.Position, feed.End - feed.Position, token));
            patience.Renew();
            feed.Answered(read);
            while (feed.Status == ObjectReadStatus.Ok && feed.Position < feed.End)
            {
                await feed.WantedAsync(abandoned);
                await TakeAsync(read.Content, patience);
            }

            return true;
        }
        catch (Exception e) when (_breaks < Pauses.Length && Passes(e) && !abandoned.IsCancellationRequested)
        {
            return false;
        }
    }

    // Before the first answer the store has tried again by itself, unless storage said nothing at all.
    private bool Passes(Exception fault) =>
        fault is TimeoutException || (feed.IsOpened && fault is IOException or HttpRequestException or OperationCanceledException);

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
        feed.Received(count);
        if (_block.Free.Length == 0)
        {
            patience.Renew();
            _breaks = 0;
        }
    }
}
