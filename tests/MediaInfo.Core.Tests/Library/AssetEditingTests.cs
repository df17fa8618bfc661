using MediaInfo.Core.Library;
using MediaInfo.TestSupport.Library;

namespace MediaInfo.Core.Tests.Library;

public sealed class AssetEditingTests
{
    private readonly LibraryWorld _world = new();

    [Fact]
    public async Task A_change_keeps_the_members_it_does_not_name()
    {
        var asset =
            await _world.RegisterAsync(LibraryWorld.Draft() with { Title = "before", Description = "stays", Tags = ["a", "b"] });
        _world.Time.Advance(TimeSpan.FromSeconds(1));

        await _world.Editing.ChangeAsync(
            asset.Key, new AssetChange { Title = "after", Tags = ["b", "c"], AppendTags = true }, default);

        var changed = await _world.FindAsync(asset.Key.Id);
        Assert.Equal(("after", "stays"), (changed.Title, changed.Description));
        Assert.Equal(["a", "b", "c"], changed.Tags);
        Assert.Equal(_world.Time.GetUtcNow(), changed.ModifiedAt);
        Assert.Equal(asset.CreatedAt, changed.CreatedAt);
        Assert.Equal(["Changed"], _world.Queues.EventsOf(asset.Key.Id));
    }

    [Fact]
    public async Task Tags_replace_the_old_ones_unless_appended()
    {
        var asset = await _world.RegisterAsync(LibraryWorld.Draft() with { Tags = ["a", "b"] });

        await _world.Editing.ChangeAsync(asset.Key, new AssetChange { Tags = ["c"] }, default);

        Assert.Equal(["c"], (await _world.FindAsync(asset.Key.Id)).Tags);
    }

    [Fact]
    public async Task More_than_sixteen_tags_are_rejected()
    {
        var asset = await _world.RegisterAsync(LibraryWorld.Draft() with { Tags = ["a"] });
        var sixteen = new AssetChange { Tags = [.. Enumerable.Range(0, 16).Select(i => $"{i}")] };

        Assert.Equal(
            AssetUpdateResult.TooManyTags,
            await _world.Editing.ChangeAsync(asset.Key, sixteen with { AppendTags = true }, default));
        Assert.Equal(AssetUpdateResult.Changed, await _world.Editing.ChangeAsync(asset.Key, sixteen, default));
    }

    [Fact]
    public async Task A_missing_asset_cannot_be_changed()
    {
        var asset = await _world.RegisterAsync(LibraryWorld.Draft());
        await _world.Deletion.DeleteAsync(asset.Key, default);

        Assert.Equal(
            AssetUpdateResult.NotFound, await _world.Editing.ChangeAsync(asset.Key, new AssetChange { Title = "x" }, default));
        Assert.False(await _world.Deletion.DeleteAsync(asset.Key, default));
    }

    [Fact]
    public async Task Concurrent_changes_of_different_members_are_all_kept()
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
