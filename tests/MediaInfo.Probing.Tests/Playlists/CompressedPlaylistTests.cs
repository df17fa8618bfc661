using System.IO.Compression;
using System.Text;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests.Playlists;

/// <summary>Playlists that storage keeps compressed.</summary>
public sealed class CompressedPlaylistTests(FfprobeRig rig) : IClassFixture<FfprobeRig>
{
    private const string Text = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n0.ts\n#EXTINF:1,\n1.ts\n#EXT-X-ENDLIST\n";

    private readonly ProxyStore _store = new();

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_compressed_playlist_is_unpacked(string coding)
    {
        PutSegments();
        var packed = Packed(coding, Encoding.UTF8.GetBytes(Text));
        Put("dir/index.m3u8", packed, coding);

        var container = (await rig.DescribeAsync(_store, "dir/index.m3u8")).Description!.Container;

        Assert.Equal(
            ("hls,applehttp", 2m, (long)packed.Length, (Clips.Second(0).Length + Clips.Second(1).Length) * 8L / 2),
            (container.FormatName, container.Duration, container.Size, container.BitRate));
    }

    [Fact]
    public async Task The_playlist_of_a_variant_is_unpacked_too()
    {
        PutSegments();
        Put("dir/v.m3u8", Packed("gzip", Encoding.UTF8.GetBytes(Text)), "gzip");
        Put("dir/index.m3u8", Packed("gzip", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=300000\nv.m3u8\n"u8.ToArray()), "gzip");

        var media = (await rig.DescribeAsync(_store, "dir/index.m3u8")).Description!;

        Assert.Equal(("h264", 2m, 300_000L), (media.MainVideo!.CodecName, media.Container.Duration, media.Container.BitRate));
    }

    [Fact]
    public async Task A_header_that_is_wrong_changes_nothing()
    {
        PutSegments();
        Put("dir/index.m3u8", Encoding.UTF8.GetBytes(Text), "gzip");

        Assert.Equal("h264", (await rig.DescribeAsync(_store, "dir/index.m3u8")).Description!.MainVideo!.CodecName);
    }

    [Fact]
    public async Task A_bomb_is_not_unpacked_and_the_failure_says_that_the_object_is_compressed()
    {
        Put("dir/index.m3u8", Packed("gzip", [.. Encoding.UTF8.GetBytes(Text), .. new byte[8 * 1024 * 1024]]), "gzip");

        var failure = (await rig.DescribeAsync(_store, "dir/index.m3u8")).Failure!;

        Assert.Equal(FailureReason.NotMedia, failure.Reason);
        Assert.Contains("Content-Encoding: gzip", failure.Detail, StringComparison.Ordinal);
    }

    private static byte[] Packed(string coding, byte[] content)
    {
        using var packed = new MemoryStream();
        using (Stream packing = coding.ToLowerInvariant() switch
        {
            "deflate" => new ZLibStream(packed, CompressionMode.Compress),
            "br" => new BrotliStream(packed, CompressionMode.Compress),
            _ => new GZipStream(packed, CompressionMode.Compress),
        })
        {
            packing.Write(content);
        }

        return packed.ToArray();
    }

    private void PutSegments()
    {
        Put("dir/0.ts", Clips.Second(0));
        Put("dir/1.ts", Clips.Second(1));
    }

    private void Put(string key, byte[] content, string? coding = null)
    {
        _store.Put(new ObjectRef(FfprobeRig.Bucket, key), content);
        if (coding is not null)
        {
            _store.ContentEncodings[key] = coding;
        }
    }
}
