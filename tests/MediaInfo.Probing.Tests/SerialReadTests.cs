using System.Buffers.Binary;
using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests;

/// <summary>How many requests each container format costs, with clips made too large for one read.</summary>
[Trait("Platform", "Linux")]
public sealed class SerialReadTests(FfprobeRig rig) : IClassFixture<FfprobeRig>
{
    private const int Mega = 1024 * 1024;

    private readonly ProxyStore _store = FfprobeRig.Clips();

    [Fact]
    public async Task A_movie_with_its_index_at_the_end_needs_only_head_and_index()
    {
        Put("long.mp4", WithLongMedia(Clip("sample.mp4"), 20 * Mega));

        var result = await rig.DescribeAsync(_store, "long.mp4");

        Assert.Equal("h264", result.Description!.MainVideo!.CodecName);
        Assert.Equal([0, 20 * Mega], _store.Requests.Select(request => request.Offset / Mega * Mega).Take(2));
        Assert.InRange(_store.Requests.Count, 2, 3);
        Assert.InRange(result.Usage.Bytes, 1, 2 * Mega);
    }

    [Fact]
    public async Task The_end_of_a_transport_stream_is_fetched_while_its_start_is_read()
    {
        Put("long.ts", [.. Enumerable.Repeat(Clip("service.ts"), 200).SelectMany(clip => clip)]);

        var result = await rig.DescribeAsync(_store, "long.ts");

        var size = result.Description!.Container.Size!.Value;
        Assert.Contains(_store.Requests, request => request.Offset == size - 250_000 && request.Count == 250_000);

        // The clock starts again with each copy, so samples are read to find out how long the stream plays.
        Assert.InRange(_store.Requests.Count, 3, 3 + 32);
        Assert.InRange(result.Description.Container.Duration!.Value, 540, 660);
    }

    [Theory]
    [InlineData("sample.mp4")]
    [InlineData("subtitles.mkv")]
    [InlineData("service.ts")]
    [InlineData("sound.mp3")]
    public async Task A_small_object_is_read_in_one_request(string clip)
    {
        Assert.NotNull((await rig.DescribeAsync(_store, clip)).Description);

        Assert.Single(_store.Requests);
    }

    // Lengthens the media box. The index keeps its offsets, because the padding comes after the samples.
    private static byte[] WithLongMedia(byte[] clip, int more)
    {
        var media = clip.AsSpan().IndexOf("mdat"u8) - 4;
        var length = BinaryPrimitives.ReadInt32BigEndian(clip.AsSpan(media));
        BinaryPrimitives.WriteInt32BigEndian(clip.AsSpan(media), length + more);
        Assert.Equal("moov", Encoding.ASCII.GetString(clip, media + length + 4, 4));
        return [.. clip[..(media + length)], .. new byte[more], .. clip[(media + length)..]];
    }

    private static byte[] Clip(string name) => File.ReadAllBytes(TestSupport.RepositoryRoot.Combine("tests", "media", name));

    private void Put(string key, byte[] content) => _store.Put(new ObjectRef(FfprobeRig.Bucket, key), content);
}
