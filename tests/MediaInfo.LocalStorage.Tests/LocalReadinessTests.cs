using MediaInfo.LocalStorage.Objects;
using MediaInfo.LocalStorage.Tests.Support;

namespace MediaInfo.LocalStorage.Tests;

[Trait("Platform", "Linux")]
public sealed class LocalReadinessTests : IAsyncLifetime
{
    private readonly LocalRig _rig = new();

    public Task InitializeAsync() => _rig.StartAsync();

    public Task DisposeAsync() => _rig.StopAsync();

    [Fact]
    public async Task A_disk_that_was_full_is_ready_again_once_there_is_room()
    {
        Assert.True((await CheckAsync()).IsReady);
        await LimitAsync(pages: 1);
        await Assert.ThrowsAsync<IOException>(() => _rig.Target.SendAsync("queue", new string('x', 60_000), default));

        await LimitAsync(pages: 1_000_000);

        Assert.True((await CheckAsync()).IsReady);
        Assert.NotNull((await _rig.Target.SendAsync("queue", new string('x', 60_000), default)).MessageId);
    }

    [Fact]
    public async Task A_missing_media_folder_is_reported()
    {
        Directory.Delete(_rig.Media, recursive: true);

        var readiness = await CheckAsync();

        Assert.False(readiness.IsReady);
        Assert.Contains(_rig.Media, readiness.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_media_folder_that_may_not_be_read_is_reported()
    {
        using var folder = new TemporaryFolder();
        FileModes.Set(folder.Path, (UnixFileMode)0b111_101_101);
        Directory.CreateDirectory(folder["media"]);
        FileModes.Set(folder["media"], UnixFileMode.None);
        var media = new MediaFolder(new LocalStorageOptions { Directory = _rig.Directory, Media = folder["media"] });

        using (new OtherUser())
        {
            Assert.Contains("cannot be read", media.Problem, StringComparison.Ordinal);
        }

        FileModes.Set(folder["media"], (UnixFileMode)0b111_000_000);
        Assert.Null(media.Problem);
    }

    [Fact]
    public async Task A_closed_database_is_reported()
    {
        _rig.Database.Dispose();

        Assert.False((await CheckAsync()).IsReady);
    }

    private Task<Core.Health.Readiness> CheckAsync() => _rig.Readiness.Single().CheckAsync(default);

    private Task<string?> LimitAsync(int pages) => _rig.Database.WriteAsync(
        session => session.Ask($"PRAGMA max_page_count = {pages}"), default);
}
