using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Reading;
using static MediaInfo.Api.Tests.Growth.PlaylistInput;

namespace MediaInfo.Api.Tests.Growth;

/// <summary>URLs of objects.</summary>
internal static class AddressShapes
{
    // The maximum of a request body. A key has at most 1,024 characters.
    private const int Largest = 256 * 1024;

    private static readonly ObjectOptions Options = new() { Locations = ["oss-cn-hangzhou", "region01"] };
    private static readonly ObjectUrl Urls = new(Options);
    private static readonly OssUrl OssUrls = new(Options);

    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        Case("written: a number and many d's", size => "%20" + new string('d', size), Write),
        Case("written: many numbers", size => Repeat("%2", size), Write),
        Case("written: many encoded numbers and d's", size => Repeat("%20dd", size), Write),
        Case("written: many parts", size => new string('/', size), Write),
        Case("written: characters of three bytes", size => new string('测', size), Write),
        Case("read: many encoded characters", size => "oss://example-bucket/" + Repeat("%41", size), Read),
        Case("read: broken encoding", size => "oss://example-bucket/" + Repeat("%4", size), Read),
        Case("read: many parts", size => "https://example-bucket.oss-cn-hangzhou.aliyuncs.com/" + new string('/', size), Read),
        Case("read: a long host", size => $"https://{Repeat("a.", size)}/a", Read),
        Case("read: many schemes", size => Repeat("http://", size), Read),
        Case("read: many queries", size => "https://example-bucket.oss-cn-hangzhou.aliyuncs.com/a" + new string('?', size), Read),
    ];

    private static GrowthCase Case(string shape, Func<int, string> make, Action<string> parse) =>
        new($"address {shape}", Largest, size =>
        {
            var text = make(size);
            return GrowthInput.Of(Encoding.UTF8.GetByteCount(text), () => parse(text));
        });

    private static void Write(string key) => Urls.KeyIn("example-bucket", ObjectUrl.Of(new ObjectRef("example-bucket", key)));

    private static void Read(string url) => _ = (OssUrls.Read(url), Urls.KeyIn("example-bucket", url));
}
