using System.Text;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Playlists;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Probing.Tests.ObjectProxy;

/// <summary>Objects that are not media or may not be read, with the real ffprobe.</summary>
[Trait("Platform", "Linux")]
public sealed class BadObjectTests(FfprobeRig rig) : IClassFixture<FfprobeRig>
{
    private readonly ProxyStore _store = FfprobeRig.Clips();

    [Theory]
    [InlineData("notes.txt", "Just some words.\n")]
    [InlineData("notes", "Just some words.\n")]
    [InlineData("notes.mp4", "Just some words.\n")]
    [InlineData("page.html", "<html><body>no media</body></html>")]
    [InlineData("data.json", """{"no":"media"}""")]
    [InlineData("one.bin", "x")]
    public async Task Text_is_not_media(string key, string text)
    {
        Put(key, Encoding.UTF8.GetBytes(text));

        await AssertFailsAsync(key, FailureReason.NotMedia);
    }

    [Fact]
    public async Task Zeros_are_not_media()
    {
        Put("zeros.mp4", new byte[100_000]);

        await AssertFailsAsync("zeros.mp4", FailureReason.NotMedia);
    }

    [Fact]
    public async Task A_clip_truncated_before_its_index_says_what_is_missing()
    {
        Put("cut.mp4", Clip("sample.mp4")[..30_000]);

        var failure = await AssertFailsAsync("cut.mp4", FailureReason.Truncated);

        Assert.DoesNotContain("objects.invalid", failure.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", failure.Detail, StringComparison.Ordinal);
        Assert.StartsWith("The file ends in its box mdat: 29", failure.Detail, StringComparison.Ordinal);
        Assert.EndsWith("the box moov, which describes the streams, is missing", failure.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sample.mp4", 36, "The box moov, which describes the streams, is missing: the file was never completed")]
    [InlineData("streams/both.mp4", 120, "The file ends in its box moov: 88 of 1195 bytes are there")]
    [InlineData("subtitles.mkv", 300, "The file ends in its element ")]
    public async Task What_a_shortened_clip_lacks_is_said(string clip, int length, string detail)
    {
        Put("cut", Clip(clip)[..length]);

        var failure = await AssertFailsAsync("cut", FailureReason.Truncated);

        Assert.StartsWith(detail, failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_codec_that_ffprobe_cannot_open_is_named_with_its_stream()
    {
        Put("unknown.flv", Clip("refused/unknown.flv"));

        Assert.Equal(
            "ffprobe cannot open the codec of stream 1",
            (await AssertFailsAsync("unknown.flv", FailureReason.UnknownCodec)).Detail);
    }

    [Theory]
    [InlineData("Salted__", "openssl enc")]
    [InlineData("age-encryption.org/v1\n", "age")]
    [InlineData("-----BEGIN PGP MESSAGE-----\n", "OpenPGP")]
    [InlineData("\0\0\0\u0018ftypodcf\0\0\0\u0002odcf", "OMA DRM")]
    public async Task A_file_that_is_encrypted_as_a_whole_is_not_called_bad(string begin, string program)
    {
        Put("locked", [.. Encoding.Latin1.GetBytes(begin), .. Clips.Encrypted(Clip("sound.mp3"), Clips.Key)]);

        Assert.Equal(
            $"The object is encrypted as a whole ({program})",
            (await AssertFailsAsync("locked", FailureReason.Encrypted)).Detail);
    }

    [Fact]
    public async Task An_empty_object_is_reported_as_empty()
    {
        Put("empty.mp4", []);

        await AssertFailsAsync("empty.mp4", FailureReason.ObjectEmpty);
    }

    [Fact]
    public async Task Every_pass_over_an_empty_object_reports_it_as_empty()
    {
        Put("empty.mp4", []);
        using var reads = JobReading.Of(new ObjectRef(FfprobeRig.Bucket, "empty.mp4"), _store);

        var first = await rig.CountAsync(reads);
        var second = await rig.CountAsync(reads);

        Assert.Equal(
            (FailureReason.ObjectEmpty, FailureReason.ObjectEmpty),
            (first.Outcome.Failure?.Reason, second.Outcome.Failure?.Reason));
    }

    [Fact]
    public async Task A_missing_object_is_not_found() => await AssertFailsAsync("missing.mp4", FailureReason.ObjectNotFound);

    [Theory]
    [InlineData("Bad Bucket")]
    [InlineData("example-bucket ")]
    [InlineData("..")]
    [InlineData("a.b")]
    [InlineData("a/b")]
    [InlineData("a#b")]
    [InlineData("user@host")]
    [InlineData("桶")]
    public async Task A_bucket_that_no_URL_can_name_is_not_found(string bucket)
    {
        var result = await rig.DescribeAsync(_store, new ObjectRef(bucket, "a.mp4"));

        Assert.Equal((FailureReason.ObjectNotFound, 0), (result.Failure?.Reason, result.Usage.Requests));
    }

    [Fact]
    public async Task An_object_overwritten_during_the_read_is_reported_as_changed()
    {
        Put("growing.mp4", Clip("sample.mp4"));
        _store.Content = (number, content) => number == 1 ? new FailingStream(100, new IOException("broken")) : content;
        _store.Before = (number, _) =>
        {
            if (number == 2)
            {
                Put("growing.mp4", Clip("sample.mp4"));
            }

            return Task.CompletedTask;
        };

        await AssertFailsAsync("growing.mp4", FailureReason.ObjectChanged);
    }

    [Fact]
    public async Task A_read_over_its_budget_is_reported_as_such()
    {
        var options = new ProbeOptions { MaxRequests = 1 };

        var result = await rig.DescribeAsync(_store, "hls/index.m3u8", options);

        Assert.Equal(FailureReason.BudgetExceeded, result.Failure?.Reason);
        Assert.Single(_store.Requests);
    }

    [Fact]
    public async Task A_storage_failure_says_nothing_about_the_object()
    {
        _store.Content = (number, _) => new FailingStream(number == 1 ? 1000 : 0, new IOException("broken"));

        var error = await Assert.ThrowsAsync<IOException>(() => rig.DescribeAsync(_store, "sample.mp4"));

        Assert.Equal("broken", error.InnerException!.Message);
    }

    [Fact]
    public async Task A_storage_failure_during_the_packet_pass_says_nothing_about_the_object()
    {
        _store.Content = (number, _) => new FailingStream(number == 1 ? 1000 : 0, new IOException("broken"));

        await Assert.ThrowsAsync<IOException>(() => rig.CountAsync(_store, "sample.mp4"));
    }

    private static byte[] Clip(string name) => File.ReadAllBytes(TestSupport.RepositoryRoot.Combine("tests", "media", name));

    private void Put(string key, byte[] content) => _store.Put(new ObjectRef(FfprobeRig.Bucket, key), content);

    private async Task<JobFailure> AssertFailsAsync(string key, FailureReason reason)
    {
        var result = await rig.DescribeAsync(_store, key);

        Assert.Equal(reason, result.Failure?.Reason);
        Assert.Null(result.Description);
        return result.Failure!;
    }
}
