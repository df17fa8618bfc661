using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Claims;
using MediaInfo.TestSupport.Library;

namespace MediaInfo.Core.Tests.Library.Claims;

public sealed class AssetNamesTests
{
    private readonly LibraryWorld _world = new();

    [Fact]
    public async Task A_failed_change_loses_its_claimed_name_to_the_next_claimant()
    {
        var one = await _world.RegisterAsync(LibraryWorld.Draft());
        var two = await _world.RegisterAsync(LibraryWorld.Draft("b.mp4"));
        _world.Interruptions.At(2, after: false);
        await Assert.ThrowsAsync<IOException>(() => ReferAsync(one));

        Assert.Equal(AssetUpdateResult.Changed, await ReferAsync(two));
        Assert.Equal(AssetUpdateResult.ReferenceHeld, await ReferAsync(one));
    }

    [Fact]
    public async Task A_change_whose_name_is_taken_meanwhile_is_rejected()
    {
        var one = await _world.RegisterAsync(LibraryWorld.Draft());
        var two = await _world.RegisterAsync(LibraryWorld.Draft("b.mp4"));
        var came = false;
        _world.Assets.Before = async operation =>
        {
            // Runs between the claim of the first change and its document write.
            if (operation is nameof(IAssetStore.ReplaceAsync) && !came)
            {
                came = true;
                Assert.Equal(AssetUpdateResult.Changed, await ReferAsync(two));
            }
        };

        Assert.Equal(AssetUpdateResult.ReferenceHeld, await ReferAsync(one));
        Assert.Equal("reference", Assert.Single(_world.Assets.Live, asset => asset.ReferenceId is not null).ReferenceId);
    }

    [Fact]
    public async Task An_unfinished_registration_keeps_its_name_for_a_minute()
    {
        _world.Interruptions.At(3, after: false);
        await Assert.ThrowsAsync<IOException>(
            () => _world.RegisterAsync(LibraryWorld.Draft() with { ReferenceId = "reference" }));
        var other = LibraryWorld.Draft("b.mp4") with { ReferenceId = "reference" };

        Assert.Null(await _world.TryRegisterAsync(other));
        _world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await _world.TryRegisterAsync(other));
    }

    [Fact]
    public async Task A_name_that_an_asset_released_is_free()
    {
        var one = await _world.RegisterAsync(LibraryWorld.Draft() with { ReferenceId = "reference" });
        await _world.Editing.ChangeAsync(one.Key, new AssetChange { ReferenceId = "another" }, default);

        Assert.NotNull(await _world.TryRegisterAsync(LibraryWorld.Draft("b.mp4") with { ReferenceId = "reference" }));
        Assert.Null(await _world.Names.FindAsync(ClaimName.OfReference("another account", "reference"), default));
    }

    private Task<AssetUpdateResult> ReferAsync(Asset asset) =>
        _world.Editing.ChangeAsync(asset.Key, new AssetChange { ReferenceId = "reference" }, default);
}
