using MediaInfo.Core.Library;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Retention;
using MediaInfo.Storage.Contracts.Jobs;
using MediaInfo.Storage.Contracts.Library;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Retention;

/// <summary>The contract of <see cref="IRetentionStore"/>.</summary>
public abstract class RetentionStoreContract(StorageRig rig) : StorageContract(rig)
{
    // Whatever the clock of the storage shows, its documents are older.
    private static readonly DateTimeOffset Later = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Hour = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    private IRetentionStore Store => Rig.Retention;

    [Fact]
    public async Task Every_account_with_jobs_or_assets_is_listed_once()
    {
        var (job, asset) = (UniqueJobs.New(), TestAssets.New());
        var both = UniqueJobs.New();
        await Rig.Jobs.AddAsync(job, default);
        await Rig.Assets.AddAsync(asset, default);
        await Rig.Jobs.AddAsync(both, default);
        await Rig.Jobs.AddAsync(UniqueJobs.New(both.Key.Account), default);
        await Rig.Assets.AddAsync(TestAssets.New(both.Key.Account).Deleted(asset.CreatedAt), default);

        var accounts = await Store.AccountsAsync(default).ToListAsync();

        Assert.Equal(accounts.Distinct(StringComparer.Ordinal), accounts);
        Assert.Contains(job.Key.Account, accounts);
        Assert.Contains(asset.Key.Account, accounts);
        Assert.Contains(both.Key.Account, accounts);
        Assert.DoesNotContain(Another, accounts);
    }

    [Fact]
    public async Task The_notes_of_all_accounts_and_pipelines_are_listed_as_they_were_added()
    {
        var one = await Rig.Held.AddAsync(new HeldJob(UniqueJobs.NewKey(), Unique.Id()), default);
        var two = await Rig.Held.AddAsync(new HeldJob(UniqueJobs.NewKey(), Unique.Id()), default);
        var removed = await Rig.Held.AddAsync(new HeldJob(UniqueJobs.NewKey(), Unique.Id()), default);
        await Rig.Held.RemoveAsync(removed, default);

        var notes = await Store.HeldNotesAsync(default).ToListAsync();

        Assert.Contains(one, notes);
        Assert.Contains(two, notes);
        Assert.DoesNotContain(removed.Held, notes.Select(note => note.Held));
    }

    [Fact]
    public async Task Deleted_assets_are_listed_and_live_ones_are_not()
    {
        var deleted = TestAssets.New();
        deleted = deleted.Deleted(deleted.CreatedAt);
        var live = TestAssets.New(deleted.Key.Account);
        await Rig.Assets.AddAsync(deleted, default);
        await Rig.Assets.AddAsync(live, default);
        await Rig.Assets.AddAsync(TestAssets.New().Deleted(deleted.CreatedAt), default);

        Assert.Equal([deleted.Key], await DeletedAsync(deleted.Key.Account));

        await Rig.Assets.ReplaceAsync(
            (await Rig.Assets.FindAsync(live.Key, default))!, live.Deleted(deleted.CreatedAt), default);
        Assert.Equal(new[] { deleted.Key, live.Key }.ToHashSet(), [.. await DeletedAsync(deleted.Key.Account)]);
    }

    [Fact]
    public async Task Only_the_version_of_an_asset_that_was_read_is_removed()
    {
        var asset = TestAssets.New();
        await Rig.Assets.AddAsync(asset, default);
        var old = (await Rig.Assets.FindAsync(asset.Key, default))!;
        await Rig.Assets.ReplaceAsync(old, asset.Deleted(asset.CreatedAt), default);
        var read = (await Rig.Assets.FindAsync(asset.Key, default))!;

        Assert.False(await Store.RemoveAsync(old, default));
        Assert.True(await Store.RemoveAsync(read, default));
        Assert.False(await Store.RemoveAsync(read, default));

        Assert.Null(await Rig.Assets.FindAsync(asset.Key, default));
        Assert.Empty(await DeletedAsync(asset.Key.Account));
    }

    [Fact]
    public async Task Nonces_are_listed_once_the_hour_of_their_signature_has_ended()
    {
        var end = Hour.AddHours(1);
        var (early, late) = (await NoncesAsync(end.AddSeconds(-1)), await NoncesAsync(end));

        await Rig.Nonces.TryUseAsync(Unique.Name("key"), "nonce", end.AddSeconds(-1), default);
        await Rig.Nonces.TryUseAsync(Unique.Name("key"), "nonce", end, default);

        Assert.Equal(early.Count, (await NoncesAsync(end.AddSeconds(-1))).Count);
        Assert.Equal(late.Count + 1, (await NoncesAsync(end)).Count);
        Assert.Equal(late.Count + 2, (await NoncesAsync(end.AddHours(1))).Count);
    }

    [Fact]
    public async Task A_removed_nonce_is_forgotten()
    {
        var key = Unique.Name("key");
        var at = Hour.AddYears(-1);
        var before = await NoncesAsync(Later);
        await Rig.Nonces.TryUseAsync(key, "nonce", at, default);
        var name = Assert.Single((await NoncesAsync(Later)).Except(before, StringComparer.Ordinal));

        await Store.RemoveNonceAsync(name, default);
        await Store.RemoveNonceAsync(name, default);

        Assert.DoesNotContain(name, await NoncesAsync(Later));
        Assert.True(await Rig.Nonces.TryUseAsync(key, "nonce", at, default));
    }

    [Fact]
    public async Task A_reader_may_remove_what_it_reads()
    {
        var key = Unique.Name("key");
        for (var i = 0; i < 20; i++)
        {
            await Rig.Nonces.TryUseAsync(key, $"{i}", Hour, default);
        }

        await foreach (var name in Store.NoncesAsync(Later, default))
        {
            await Store.RemoveNonceAsync(name, default);
        }

        Assert.Empty(await NoncesAsync(Later));
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        await Rig.Jobs.AddAsync(UniqueJobs.New(), default);
        var asset = TestAssets.New();
        await Rig.Assets.AddAsync(asset, default);
        var read = (await Rig.Assets.FindAsync(asset.Key, default))!;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.AccountsAsync(Cancelled).ToListAsync(default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.RemoveAsync(read, Cancelled));
        Assert.Equal(read.ETag, (await Rig.Assets.FindAsync(asset.Key, default))!.ETag);
    }

    private async Task<List<AssetKey>> DeletedAsync(string account) =>
        await Store.DeletedAssetsAsync(account, Later, default).ToListAsync();

    private async Task<List<string>> NoncesAsync(DateTimeOffset before) =>
        await Store.NoncesAsync(before, default).ToListAsync();
}
