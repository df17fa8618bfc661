using System.Text.Json.Nodes;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests.Playlists;

/// <summary>
/// HLS and DASH of every make, read through the proxy and by an ordinary ffprobe from an ordinary web server.
/// </summary>
public sealed class PresentationTests(FfprobeRig rig) : IClassFixture<FfprobeRig>
{
    private static readonly IReadOnlyDictionary<string, Presentation> ByName =
        ((IEnumerable<Presentation>)[.. HlsPresentations.All, .. DashPresentations.All, .. EncryptedPresentations.All])
            .ToDictionary(one => one.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. ByName.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_presentation_is_described_as_an_ordinary_ffprobe_describes_it(string name)
    {
        var one = ByName[name];
        var store = new ProxyStore();
        foreach (var (key, content) in one.Files)
        {
            store.Put(new ObjectRef(FfprobeRig.Bucket, key), content);
        }

        var result = await rig.DescribeAsync(store, one.Entry);

        Assert.Null(result.Failure);
        var media = result.Description!;
        Assert.Equal(
            (one.Streams, one.Duration, one.Duration is null ? true : (bool?)null, one.Encryption),
            (string.Join(' ', media.VideoStreams.Select(stream => stream.CodecName)
                .Concat(media.AudioStreams.Select(stream => stream.CodecName))),
                media.Container.Duration is { } seconds ? decimal.Round(seconds) : (decimal?)null,
                media.Container.Live,
                media.Container.Encryption));
        if (one.Packets is { } packets)
        {
            var (counts, _) = await rig.CountAsync(store, one.Entry);
            Assert.Equal(packets, counts!.Streams.Sum(stream => stream.Count));
        }

        if (!one.IsMisread)
        {
            await using var server = await PlainMediaServer.StartAsync(one.Files);
            var plain = await server.ProbeAsync(await rig.PathAsync(), one.Entry);
            Assert.Equal(Comparable(plain), Comparable(result.Result!.Ffprobe?.GetRawText() ?? "{}"));
        }
    }

    // Only what names the address may differ.
    private static string Comparable(string report)
    {
        var json = JsonNode.Parse(report)!;
        json["format"]?.AsObject().Remove("filename");
        return json.ToJsonString();
    }
}
