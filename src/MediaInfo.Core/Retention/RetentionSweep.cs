using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Topics;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Retention;

/// <summary>Removes data past its retention period. Waiting, running and held jobs are never touched.</summary>
/// <remarks>
/// Any number of processes may sweep at the same time, and a sweep may stop anywhere: the next one continues. Anything that
/// cannot be read or removed now is also left to the next one.
/// </remarks>
public sealed class RetentionSweep(
    IRetentionStore store,
    OldJobs oldJobs,
    OldAssets oldAssets,
    IJobStore jobs,
    IHeldJobs held,
    RetentionOptions options,
    TimeProvider time,
    ILogger<RetentionSweep> log)
{
    private const int DeletedAtOnce = 8;

    // Signatures are valid for 15 minutes around their timestamp; after that their nonces are never checked.
    private static readonly TimeSpan NonceLife = TimeSpan.FromHours(1);

    /// <summary>Sweeps once, for at most <see cref="RetentionOptions.SweepFor"/>.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    public async Task<SweepCount> RunAsync(CancellationToken cancellationToken)
    {
        var count = new SweepCount();
        using var deadline = new CancellationTokenSource(options.SweepFor, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            // In parallel, so that a large backlog of one kind does not starve the other.
            await Task.WhenAll(
                SweepNoncesAsync(count, limit.Token),
                SweepTopicMessagesAsync(count, limit.Token),
                SweepDocumentsAsync(count, limit.Token));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            log.SweepUnfinished(options.SweepFor);
        }

        log.Swept(count.Jobs, count.Notes, count.Assets, count.Nonces, count.TopicMessages);
        return count;
    }

    private Task SweepNoncesAsync(SweepCount count, CancellationToken cancellationToken) => ForEachAsync(
        store.NoncesAsync(time.GetUtcNow() - NonceLife, cancellationToken),
        async (nonce, token) =>
        {
            await store.RemoveNonceAsync(nonce, token);
            count.AddNonce();
        },
        cancellationToken);

    private Task SweepTopicMessagesAsync(SweepCount count, CancellationToken cancellationToken) => ForEachAsync(
        store.TopicMessagesAsync(time.GetUtcNow() - TopicMessage.Life, cancellationToken),
        async (message, token) =>
        {
            await store.RemoveTopicMessageAsync(message, token);
            count.AddTopicMessage();
        },
        cancellationToken);

    private async Task SweepDocumentsAsync(SweepCount count, CancellationToken cancellationToken)
    {
        if (options.Cutoff(time.GetUtcNow()) is not { } before)
        {
            return;
        }

        await foreach (var account in store.AccountsAsync(cancellationToken))
        {
            await ForEachAsync(
                oldJobs.FindAsync(account, before, cancellationToken),
                async (job, token) => CountIf(await oldJobs.RemoveAsync(job, before, token), count.AddJob),
                cancellationToken);
            await ForEachAsync(
                store.DeletedAssetsAsync(account, before, cancellationToken),
                async (asset, token) => CountIf(await oldAssets.RemoveAsync(asset, before, token), count.AddAsset),
                cancellationToken);
        }

        await ForEachAsync(
            store.HeldNotesAsync(cancellationToken).Where(note => JobIdRange.WasAcceptedBefore(note.Held.Job.Id, before)),
            async (note, token) => CountIf(await RemoveStrayAsync(note, token), count.AddNote),
            cancellationToken);
    }

    // A note outlives its job if the submit call that wrote it failed and could not remove it.
    private async Task<bool> RemoveStrayAsync(HeldJobNote note, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(note.Held.Job, cancellationToken) is { Job.State: var state } && !JobTransitions.IsFinal(state))
        {
            return false;
        }

        await held.RemoveAsync(note, cancellationToken);
        return true;
    }

    private static void CountIf(bool removed, Action add)
    {
        if (removed)
        {
            add();
        }
    }

    private Task ForEachAsync<T>(
        IAsyncEnumerable<T> items, Func<T, CancellationToken, ValueTask> handle, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = DeletedAtOnce, CancellationToken = cancellationToken },
            async (item, token) =>
            {
                try
                {
                    await handle(item, token);
                }
                catch (Exception e) when (e is not (IOException or OperationCanceledException))
                {
                    // Storage is available but refuses this item, for example because of a lease or a legal hold. Continue with
                    // the others.
                    log.NotSwept(e, $"{item}");
                }
            });
}
