using MediaInfo.Core.Library;
using MediaInfo.Core.Tests.Library.Support;

namespace MediaInfo.Core.Tests.Library;

public sealed class AssetEditingTests
{
    private readonly LibraryWorld _world = new();

    [Fact]
    public async Task What_is_not_named_stays()
    {
        var asset = await _world.RegisterAsync(LibraryWorld.Draft() with { Title = "before", Description = "stays", Tags = ["a", "b"] });
        _world.Time.Advance(TimeSpan.FromSeconds(1));

        await _world.Editing.ChangeAsync(asset.Key, new AssetChange { Title = "after", Tags = ["b", "c"], AppendTags = true }, default);

        var changed = await _world.FindAsync(asset.Key.Id);
        Assert.Equal(("after", "stays"), (changed.Title, changed.Description));
        Assert.Equal(["a", "b", "c"], changed.Tags);
        Assert.Equal(_world.Time.GetUtcNow(), changed.ModifiedAt);
        Assert.Equal(asset.CreatedAt, changed.CreatedAt);
        Assert.Equal(["Changed"], _world.Queues.EventsOf(asset.Key.Id));
    }

    [Fact]
    public async Task Tags_without_the_wish_to_append_replace_the_old_ones()
    {
        var asset = await _world.RegisterAsync(LibraryWorld.Draft() with { Tags = ["a", "b"] });

        await _world.Editing.ChangeAsync(asset.Key, new AssetChange { Tags = ["c"] }, default);

        Assert.Equal(["c"], (await _world.FindAsync(asset.Key.Id)).Tags);
    }

    [Fact]
    public async Task More_than_sixteen_tags_are_refused()
    {
        var asset = await _world.RegisterAsync(LibraryWorld.Draft() with { Tags = ["a"] });
        var sixteen = new AssetChange { Tags = [.. Enumerable.Range(0, 16).Select(i => $"{i}")] };

        Assert.Equal(AssetChanging.TooManyTags, await _world.Editing.ChangeAsync(asset.Key, sixteen with { AppendTags = true }, default));
        Assert.Equal(AssetChanging.Changed, await _world.Editing.ChangeAsync(asset.Key, sixteen, default));
    }

    [Fact]
    public async Task An_asset_that_is_not_there_cannot_be_changed()
    {
        var asset = await _world.RegisterAsync(LibraryWorld.Draft());
        await _world.Deletion.DeleteAsync(asset.Key, default);

        Assert.Equal(AssetChanging.NotFound, await _world.Editing.ChangeAsync(asset.Key, new AssetChange { Title = "x" }, default));
        Assert.False(await _world.Deletion.DeleteAsync(asset.Key, default));
    }

    [Fact]
    public async Task Changes_of_different_members_at_once_are_all_kept()
    {
        var asset = await _world.RegisterAsync(LibraryWorld.Draft());
        _world.Assets.Before = async _ => await Task.Yield();

        await Task.WhenAll(
            _world.Editing.ChangeAsync(asset.Key, new AssetChange { Title = "title" }, default),
            _world.Editing.ChangeAsync(asset.Key, new AssetChange { Description = "description" }, default),
            _world.Editing.ChangeAsync(asset.Key, new AssetChange { UserData = "data" }, default));

        var changed = await _world.FindAsync(asset.Key.Id);
        Assert.Equal(("title", "description", "data"), (changed.Title, changed.Description, changed.UserData));
    }
}
