using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;
using MediaInfo.LocalStorage.Objects;
using MediaInfo.LocalStorage.Tests.Support;

namespace MediaInfo.LocalStorage.Tests.Objects;

public sealed class LocalUploadsTests : IAsyncLifetime
{
    private const int Rounds = 200;

    private readonly LocalRig _rig = new();
    private string _bucket = "";

    private LocalUploads Uploads => _rig.Get<LocalUploads>();

    private IObjectWriter Results => _rig.Get<IObjectWriter>();

    private string Folder => Path.Combine(_rig.Media, _bucket);

    public async Task InitializeAsync()
    {
        await _rig.StartAsync();
        _bucket = await _rig.NewBucketAsync();
    }

    public Task DisposeAsync() => _rig.StopAsync();

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(0)]
    public async Task Another_size_is_refused_and_leaves_nothing(int sent)
    {
        Assert.Equal(UploadStatus.WrongSize, await SendAsync("dir/film.mp4", new byte[sent], size: 4));

        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
    }

    [Fact]
    public async Task Nothing_is_visible_before_everything_has_come()
    {
        using var content = new SlowContent(new byte[100_000]);
        var sending = Uploads.WriteAsync(Upload("film.mp4", 100_000), content, CancellationToken.None);
        await content.Half;

        Assert.False(File.Exists(PathOf("film.mp4")));
        Assert.Empty((await _rig.Objects.ListAsync(_bucket, "", default))!);

        content.GoOn();
        Assert.Equal(UploadStatus.Written, await sending);
        Assert.Equal(100_000, new FileInfo(PathOf("film.mp4")).Length);
    }

    [Fact]
    public async Task While_an_object_is_being_sent_no_other_request_may_send_it()
    {
        using var content = new SlowContent("slow"u8.ToArray());
        var slow = Uploads.WriteAsync(Upload("film.mp4", 4), content, CancellationToken.None);
        await content.Half;

        Assert.Equal(UploadStatus.InProgress, await SendAsync("film.mp4", "fast"u8.ToArray(), overwrite: true));
        Assert.Single(Directory.EnumerateFiles(Folder));
        content.GoOn();

        Assert.Equal(UploadStatus.Written, await slow);
        Assert.Equal("slow", await File.ReadAllTextAsync(PathOf("film.mp4")));
        Assert.Equal(UploadStatus.Written, await SendAsync("film.mp4", "fast"u8.ToArray(), overwrite: true));
    }

    [Fact]
    public async Task No_more_objects_are_sent_at_once_than_the_settings_allow()
    {
        _rig.UploadSettings = new UploadOptions { AtOnce = 1 };
        await _rig.RestartAsync();
        using var content = new SlowContent(new byte[4]);
        var slow = Uploads.WriteAsync(Upload("film.mp4", 4), content, CancellationToken.None);
        await content.Half;

        Assert.Equal(UploadStatus.TooMany, await SendAsync("other.mp4", "fast"u8.ToArray()));
        content.GoOn();
        await slow;

        Assert.Equal(UploadStatus.Written, await SendAsync("other.mp4", "fast"u8.ToArray()));
    }

    [Fact]
    public async Task An_object_that_came_while_another_was_sent_stays()
    {
        using var content = new SlowContent(new byte[4]);
        var slow = Uploads.WriteAsync(Upload("dir/film.mp4", 4), content, CancellationToken.None);
        await content.Half;
        await _rig.PutAsync(new ObjectRef(_bucket, "dir/film.mp4"), "copied"u8.ToArray());
        content.GoOn();

        Assert.Equal(UploadStatus.Occupied, await slow);
        Assert.Equal("copied", await File.ReadAllTextAsync(PathOf("dir/film.mp4")));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(Folder, "dir")));
    }

    [Fact]
    public async Task Of_uploads_of_one_key_that_end_together_one_is_written()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var key = $"{round}.mp4";
            var statuses = await Task.WhenAll(
                Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync(key, "film"u8.ToArray()))));

            Assert.Single(statuses, UploadStatus.Written);
        }
    }

    [Fact]
    [Trait("Platform", "Linux")]
    public async Task Of_uploads_to_two_services_with_one_media_folder_that_end_together_one_is_written()
    {
        var other = new LocalRig();
        other.Settings["MediaInfo:Storage:Local:Media"] = _rig.Media;
        await other.StartAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var upload = Upload($"{round}.mp4", 4);
            var statuses = await Task.WhenAll(new[] { _rig, other }.Select(rig => Task.Run(
                () => rig.Get<LocalUploads>().WriteAsync(upload, new MemoryStream(new byte[4]), CancellationToken.None))));

            Assert.Single(statuses, UploadStatus.Written);
        }

        await other.StopAsync();
    }

    [Fact]
    public async Task A_result_never_takes_the_place_of_an_upload_that_ended_beside_it()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var target = new ObjectRef(_bucket, $"{round}/sprite.jpg");
            await Results.WriteAsync(target, "older"u8.ToArray(), "image/jpeg", "1", default);

            var writing = Task.Run(() => Results.WriteAsync(target, "newer"u8.ToArray(), "image/jpeg", "1", default));
            var removing = Task.Run(() => Results.RemoveAsync(target, "1", default));
            var sending = Task.Run(() => SendAsync(target.Key, "mine!"u8.ToArray(), overwrite: true));
            await Task.WhenAll(writing, removing, sending);

            Assert.Equal(UploadStatus.Written, await sending);
            Assert.Equal("mine!", await File.ReadAllTextAsync(PathOf(target.Key)));
        }
    }

    [Fact]
    public async Task A_connection_that_breaks_off_leaves_nothing()
    {
        await using var content = new BrokenContent();

        await Assert.ThrowsAsync<IOException>(
            () => Uploads.WriteAsync(Upload("film.mp4", 4), content, CancellationToken.None));

        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
    }

    [Fact]
    public async Task What_a_process_that_died_left_is_removed_at_the_next_start()
    {
        using var content = new SlowContent(new byte[4]);
        var slow = Uploads.WriteAsync(Upload("dir/film.mp4", 4), content, CancellationToken.None);
        await content.Half;
        Assert.Single(Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories));

        await _rig.RestartAsync();

        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
        content.GoOn();
        await Assert.ThrowsAnyAsync<Exception>(() => slow);
    }

    [Fact]
    public async Task The_unfinished_upload_of_another_service_stays_at_a_start()
    {
        var other = Path.Combine(Folder, FileNames.UnfinishedName("0123"));
        await File.WriteAllTextAsync(other, "half");

        await _rig.RestartAsync();

        Assert.True(File.Exists(other));
    }

    [Theory]
    [InlineData("film.mp4/inner.mp4")]
    [InlineData("dir")]
    public async Task A_folder_is_no_file_and_a_file_is_no_folder(string key)
    {
        await SendAsync("film.mp4", "film"u8.ToArray());
        await SendAsync("dir/film.mp4", "film"u8.ToArray());

        Assert.Equal(UploadStatus.Occupied, await SendAsync(key, "film"u8.ToArray(), overwrite: true));
    }

    [Fact]
    [Trait("Platform", "Linux")]
    public async Task A_link_out_of_the_bucket_is_not_followed()
    {
        var outside = Directory.CreateTempSubdirectory("mediainfo-outside-");
        Directory.CreateSymbolicLink(Path.Combine(_rig.Media, _bucket, "link"), outside.FullName);

        Assert.Equal(UploadStatus.Denied, await SendAsync("link/film.mp4", "film"u8.ToArray()));

        Assert.Empty(outside.EnumerateFileSystemInfos());
        outside.Delete();
    }

    private string PathOf(string key) => _rig.PathOf(new ObjectRef(_bucket, key));

    private ObjectUpload Upload(string key, long size, bool overwrite = false) =>
        new(new ObjectRef(_bucket, key), size, overwrite);

    private Task<UploadStatus> SendAsync(string key, byte[] content, long? size = null, bool overwrite = false) =>
        Uploads.WriteAsync(
            Upload(key, size ?? content.Length, overwrite), new MemoryStream(content), CancellationToken.None);

    /// <summary>Gives half of its bytes, and the others when told.</summary>
    private sealed class SlowContent(byte[] content) : ForwardStream
    {
        private readonly TaskCompletionSource _half = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _at;

        public Task Half => _half.Task;

        public void GoOn() => _goOn.SetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_at >= content.Length / 2)
            {
                _half.TrySetResult();
                await _goOn.Task.WaitAsync(cancellationToken);
            }

            var end = _at < content.Length / 2 ? content.Length / 2 : content.Length;
            var count = Math.Min(buffer.Length, end - _at);
            content.AsMemory(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }
    }

    private sealed class BrokenContent : ForwardStream
    {
        private bool _begun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_begun)
            {
                throw new IOException("The connection broke off");
            }

            _begun = true;
            return ValueTask.FromResult(1);
        }
    }
}
