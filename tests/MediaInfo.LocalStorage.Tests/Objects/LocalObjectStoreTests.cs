using System.Diagnostics;
using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.LocalStorage.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.LocalStorage.Tests.Objects;

[Trait("Platform", "Linux")]
public sealed class LocalObjectStoreTests : IAsyncLifetime
{
    private readonly LocalRig _rig = new();
    private string _bucket = "";

    public async Task InitializeAsync()
    {
        await _rig.StartAsync();
        _bucket = await _rig.NewBucketAsync();
    }

    public Task DisposeAsync() => _rig.StopAsync();

    [Theory]
    [InlineData("film.mp4", "video/mp4")]
    [InlineData("FILM.MKV", "video/x-matroska")]
    [InlineData("film", null)]
    [InlineData("film.unknown", null)]
    public async Task The_extension_gives_the_content_type(string key, string? type)
    {
        await PutAsync(key, "film");

        Assert.Equal(type, (await FindAsync(key))!.ContentType);
    }

    [Theory]
    [InlineData("Sommer 2024 – Übersicht (1).mp4")]
    [InlineData("100% true.mp4")]
    [InlineData("50%20off.mp4")]
    [InlineData("e\u0301t\u00e9.mp4")]
    [InlineData("Staffel 1/Folge 01.mkv")]
    public async Task A_file_that_was_dropped_into_the_folder_has_its_ordinary_name(string name)
    {
        var path = Path.Combine([_rig.Media, _bucket, .. name.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "film");

        Assert.Equal(4, (await FindAsync(name))!.Size);
        Assert.Equal([name], (await _rig.Objects.ListAsync(_bucket, "", default))!.Keys);
    }

    [Fact]
    public async Task A_link_to_a_file_is_no_object_wherever_it_leads()
    {
        await PutAsync("film.mp4", "film");
        var secret = Path.Combine(_rig.Directory, "secret.mp4");
        await File.WriteAllTextAsync(secret, "secret");
        File.CreateSymbolicLink(PathOf("out.mp4"), secret);
        File.CreateSymbolicLink(PathOf("in.mp4"), PathOf("film.mp4"));

        await AssertNotFoundAsync("out.mp4");
        await AssertNotFoundAsync("in.mp4");
        Assert.Equal(["film.mp4"], (await _rig.Objects.ListAsync(_bucket, "", default))!.Keys);
    }

    [Fact]
    public async Task A_link_to_a_folder_leads_nowhere()
    {
        var other = await _rig.NewBucketAsync();
        await _rig.PutAsync(new ObjectRef(other, "film.mp4"), "film"u8.ToArray());
        Directory.CreateSymbolicLink(PathOf("other"), Path.Combine(_rig.Media, other));
        Directory.CreateSymbolicLink(Path.Combine(_rig.Media, "linked-bucket"), Path.Combine(_rig.Media, other));

        await AssertNotFoundAsync("other/film.mp4");
        Assert.Empty((await _rig.Objects.ListAsync(_bucket, "other/", default))!);
        Assert.Null(await _rig.Objects.FindAsync(new ObjectRef("linked-bucket", "film.mp4"), default));
        Assert.Null(await _rig.Objects.ListAsync("linked-bucket", "", default));
    }

    [Fact]
    public async Task A_result_file_is_not_written_through_a_link()
    {
        var elsewhere = Path.Combine(_rig.Directory, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        Directory.CreateSymbolicLink(PathOf("reports"), elsewhere);
        File.CreateSymbolicLink(PathOf("a.json"), Path.Combine(elsewhere, "a.json"));

        Assert.Equal(ObjectWriteStatus.Denied, await WriteAsync("reports/a.json"));
        Assert.NotEqual(ObjectWriteStatus.Written, await WriteAsync("a.json"));
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere));
    }

    [Fact]
    public async Task The_media_folder_itself_may_be_a_link()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["real", "films"]);
        await File.WriteAllTextAsync(folder["real", "films", "a.mp4"], "film");
        Directory.CreateSymbolicLink(folder["link"], folder["real"]);
        var rig = new LocalRig();
        rig.Settings["MediaInfo:Storage:Local:Media"] = folder["link"];
        await rig.StartAsync();

        Assert.Equal(4, (await rig.Objects.FindAsync(new ObjectRef("films", "a.mp4"), default))!.Size);
        await rig.StopAsync();
    }

    [Fact]
    public async Task Only_regular_files_are_objects()
    {
        Directory.CreateDirectory(PathOf("folder.mp4"));
        using var mkfifo = Process.Start("mkfifo", [PathOf("pipe.mp4")]);
        await mkfifo.WaitForExitAsync();
        Assert.Equal(0, mkfifo.ExitCode);

        await AssertNotFoundAsync("folder.mp4");
        await AssertNotFoundAsync("pipe.mp4");
        Assert.Empty((await _rig.Objects.ListAsync(_bucket, "", default))!);
    }

    [Fact]
    public async Task A_pipe_is_not_opened_so_its_writer_goes_on_waiting_for_its_reader()
    {
        var pipe = PathOf("pipe.mp4");
        using var writer = Process.Start("sh", ["-c", "mkfifo \"$1\"; echo text > \"$1\"", "sh", pipe]);
        await Eventually.HoldsAsync("the pipe is there", () => Task.FromResult(Path.Exists(pipe)));

        await AssertNotFoundAsync("pipe.mp4");

        // If the writer had met another reader, this would wait for ever.
        var text = await Task.Run(() => File.ReadAllText(pipe)).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("text\n", text);
        await writer.WaitForExitAsync();
    }

    [Fact]
    public async Task A_folder_that_may_not_be_read_hides_only_what_is_in_it()
    {
        using var media = new TemporaryFolder();
        FileModes.Set(media.Path, (UnixFileMode)0b111_101_101);
        Directory.CreateDirectory(media["films", "lost+found"]);
        await File.WriteAllTextAsync(media["films", "a.mp4"], "film");
        await File.WriteAllTextAsync(media["films", "lost+found", "b.mp4"], "film");
        await File.WriteAllTextAsync(media["films", "z.mp4"], "film");
        FileModes.Set(media["films", "lost+found"], UnixFileMode.None);
        var rig = new LocalRig();
        rig.Settings["MediaInfo:Storage:Local:Media"] = media.Path;
        await rig.StartAsync();

        Task<IReadOnlyDictionary<string, long>?> listing;
        using (new OtherUser())
        {
            listing = rig.Objects.ListAsync("films", "", default);
        }

        Assert.Equal(["a.mp4", "z.mp4"], (await listing)?.Keys);
        FileModes.Set(media["films", "lost+found"], (UnixFileMode)0b111_000_000);
        await rig.StopAsync();
    }

    [Fact]
    public async Task A_link_cannot_put_the_services_own_files_into_a_bucket()
    {
        using var folder = new TemporaryFolder();
        var rig = new LocalRig();
        Directory.CreateSymbolicLink(folder["media"], Path.GetDirectoryName(rig.Directory)!);
        rig.Settings["MediaInfo:Storage:Local:Media"] = folder["media"];

        var refusal = await Assert.ThrowsAsync<IOException>(rig.StartAsync);

        Assert.Contains("contains the data folder", refusal.Message, StringComparison.Ordinal);
        await rig.StopAsync();
    }

    [Theory]
    [InlineData("Film.mp4")]
    [InlineData("FILM.MP4")]
    public async Task Another_spelling_is_another_object(string other)
    {
        await PutAsync("film.mp4", "film");

        await AssertNotFoundAsync(other);
    }

    [Fact]
    public async Task A_file_that_is_rewritten_in_place_has_another_version()
    {
        await PutAsync("film.mp4", "film");
        var before = await FindAsync("film.mp4");

        await File.WriteAllTextAsync(PathOf("film.mp4"), "other film");

        await using var read = await _rig.Objects.ReadAsync(Ref("film.mp4"), 0, 4, before!.ETag, default);
        Assert.Equal(ObjectReadStatus.Changed, read.Status);
    }

    [Fact]
    public async Task A_file_whose_time_was_set_back_after_a_rewrite_has_another_version()
    {
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        await PutAsync("film.mp4", "film");
        File.SetLastWriteTimeUtc(PathOf("film.mp4"), time);
        var before = await FindAsync("film.mp4");

        await File.WriteAllTextAsync(PathOf("film.mp4"), "FILM");
        File.SetLastWriteTimeUtc(PathOf("film.mp4"), time);

        Assert.NotEqual(before!.ETag, (await FindAsync("film.mp4"))!.ETag);
    }

    [Fact]
    public async Task A_version_is_told_once_no_other_one_can_have_the_same_time()
    {
        await File.WriteAllTextAsync(PathOf("film.mp4"), "film");
        var written = new DateTimeOffset(File.GetLastWriteTimeUtc(PathOf("film.mp4")));
        _rig.Time.Step(written.AddMilliseconds(1) - _rig.Time.GetUtcNow());

        var finding = FindAsync("film.mp4");
        var reading = _rig.Objects.ReadAsync(Ref("film.mp4"), 0, 4, etag: null, default);
        Assert.False(finding.IsCompleted || reading.IsCompleted);
        _rig.Time.Advance(TimeSpan.FromMilliseconds(20));

        var found = await finding;
        await using var read = await reading;
        Assert.Equal(found!.ETag, read.Properties!.ETag);
    }

    [Fact]
    public async Task A_file_that_becomes_shorter_while_it_is_read_is_an_IO_error()
    {
        await PutAsync("film.mp4", new string('x', 100_000));
        await using var read = await _rig.Objects.ReadAsync(Ref("film.mp4"), 0, 100_000, etag: null, default);
        await using (var file = File.OpenWrite(PathOf("film.mp4")))
        {
            file.SetLength(10);
        }

        await Assert.ThrowsAsync<IOException>(() => read.Content.CopyToAsync(Stream.Null));
    }

    [Fact]
    public async Task A_read_goes_on_while_the_file_is_replaced()
    {
        await PutAsync("film.mp4", "film");
        await using var read = await _rig.Objects.ReadAsync(Ref("film.mp4"), 0, 100, etag: null, default);
        await PutAsync("film.mp4", "other");
        using var content = new MemoryStream();

        await read.Content.CopyToAsync(content);

        Assert.Equal("film", Encoding.UTF8.GetString(content.ToArray()));
    }

    [Fact]
    public async Task A_file_that_its_owner_replaced_is_not_overwritten()
    {
        Assert.Equal(ObjectWriteStatus.Written, await WriteAsync("a.json"));
        await PutAsync("a.json", "their own");

        Assert.Equal(ObjectWriteStatus.Occupied, await WriteAsync("a.json"));
        Assert.Equal("their own", await File.ReadAllTextAsync(PathOf("a.json")));
    }

    [Fact]
    public async Task A_file_below_another_file_cannot_exist()
    {
        await PutAsync("a", "film");

        Assert.Equal(ObjectWriteStatus.Occupied, await WriteAsync("a/b.json"));
        Assert.Equal(ObjectWriteStatus.Written, await WriteAsync("folder/b.json"));
        Assert.Equal(ObjectWriteStatus.Occupied, await WriteAsync("folder"));
    }

    [Fact]
    public async Task What_an_interrupted_write_left_is_no_object()
    {
        await File.WriteAllTextAsync(Path.Combine(_rig.Media, _bucket, "%-0123456789abcdef"), "half");

        await AssertNotFoundAsync("%-0123456789abcdef");
        Assert.Empty((await _rig.Objects.ListAsync(_bucket, "", default))!);
    }

    private async Task AssertNotFoundAsync(string key)
    {
        await using var read = await _rig.Objects.ReadAsync(Ref(key), 0, 1, etag: null, default);
        Assert.Equal(ObjectReadStatus.NotFound, read.Status);
        Assert.Null(await FindAsync(key));
    }

    private ObjectRef Ref(string key) => new(_bucket, key);

    private string PathOf(string key) => _rig.PathOf(Ref(key));

    private Task<ObjectProperties?> FindAsync(string key) => _rig.Objects.FindAsync(Ref(key), default);

    private Task PutAsync(string key, string text) => _rig.PutAsync(Ref(key), Encoding.UTF8.GetBytes(text));

    private Task<ObjectWriteStatus> WriteAsync(string key) =>
        _rig.Files.WriteAsync(Ref(key), "{}"u8.ToArray(), "application/json", "owner", default);
}
