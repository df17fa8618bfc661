using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Tests.Library.Support;

namespace MediaInfo.Core.Tests.Library.Claims;

public sealed class AssetNamesTests
{
    private readonly LibraryWorld _world = new();

    [Fact]
    public async Task A_change_that_claimed_a_name_and_broke_off_loses_it_to_the_next_one_who_wants_it()
    {
        var one = await _world.RegisterAsync(LibraryWorld.Draft());
        var two = await _world.RegisterAsync(LibraryWorld.Draft("b.mp4"));
        _world.Interruptions.At(2, after: false);
        await Assert.ThrowsAsync<IOException>(() => ReferAsync(one));

        Assert.Equal(AssetChanging.Changed, await ReferAsync(two));
        Assert.Equal(AssetChanging.ReferenceBorne, await ReferAsync(one));
    }

    [Fact]
    public async Task A_change_on_its_way_is_refused_when_its_name_was_taken_from_it_meanwhile()
    {
        var one = await _world.RegisterAsync(LibraryWorld.Draft());
        var two = await _world.RegisterAsync(LibraryWorld.Draft("b.mp4"));
        var came = false;
        _world.Assets.Before = async operation =>
        {
            // Between the first one's claim and its document.
            if (operation is nameof(IAssetStore.ReplaceAsync) && !came)
            {
                came = true;
                Assert.Equal(AssetChanging.Changed, await ReferAsync(two));
            }
        };

        Assert.Equal(AssetChanging.ReferenceBorne, await ReferAsync(one));
        Assert.Equal("reference", Assert.Single(_world.Assets.Live, asset => asset.ReferenceId is not null).ReferenceId);
    }

    [Fact]
    public async Task A_registration_on_its_way_keeps_its_name_for_a_minute()
    {
        _world.Interruptions.At(3, after: false);
        await Assert.ThrowsAsync<IOException>(() => _world.RegisterAsync(LibraryWorld.Draft() with { ReferenceId = "reference" }));
        var other = LibraryWorld.Draft("b.mp4") with { ReferenceId = "reference" };

        Assert.Null(await _world.TryRegisterAsync(other));
        _world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await _world.TryRegisterAsync(other));
    }

    [Fact]
    public async Task A_name_that_an_asset_gave_up_is_free()
    {
        var one = await _world.RegisterAsync(LibraryWorld.Draft() with { ReferenceId = "reference" });
        await _world.Editing.ChangeAsync(one.Key, new AssetChange { ReferenceId = "another" }, default);

        Assert.NotNull(await _world.TryRegisterAsync(LibraryWorld.Draft("b.mp4") with { ReferenceId = "reference" }));
        Assert.Null(await _world.Names.FindAsync(ClaimName.OfReference("another account", "reference"), default));
    }

    private Task<AssetChanging> ReferAsync(Asset asset) =>
        _world.Editing.ChangeAsync(asset.Key, new AssetChange { ReferenceId = "reference" }, default);
}
