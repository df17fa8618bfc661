using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;
using MediaInfo.LocalStorage.Objects;
using MediaInfo.LocalStorage.Tests.Support;

namespace MediaInfo.LocalStorage.Tests.Objects;

public sealed class LocalUploadsTests : IAsyncLifetime
{
    private readonly LocalRig _rig = new();
    private string _bucket = "";

    private LocalUploads Uploads => _rig.Get<LocalUploads>();

    private string Unfinished => Path.Combine(_rig.Media, _bucket, "%-uploads");

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

        Assert.False(File.Exists(PathOf("dir/film.mp4")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Unfinished));
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
    public async Task Of_two_uploads_of_one_key_the_first_to_end_wins()
    {
        using var content = new SlowContent(new byte[4]);
        var slow = Uploads.WriteAsync(Upload("film.mp4", 4), content, CancellationToken.None);
        await content.Half;

        Assert.Equal(UploadStatus.Written, await SendAsync("film.mp4", "fast"u8.ToArray()));
        content.GoOn();

        Assert.Equal(UploadStatus.Occupied, await slow);
        Assert.Equal("fast", await File.ReadAllTextAsync(PathOf("film.mp4")));
    }

    [Fact]
    public async Task A_connection_that_breaks_off_leaves_nothing()
    {
        await using var content = new BrokenContent();

        await Assert.ThrowsAsync<IOException>(
            () => Uploads.WriteAsync(Upload("film.mp4", 4), content, CancellationToken.None));

        Assert.False(File.Exists(PathOf("film.mp4")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Unfinished));
    }

    [Fact]
    public async Task What_a_process_that_died_left_is_removed_at_the_next_start()
    {
        Directory.CreateDirectory(Unfinished);
        await File.WriteAllTextAsync(Path.Combine(Unfinished, "0123"), "half");

        await _rig.RestartAsync();

        Assert.False(Directory.Exists(Unfinished));
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
