using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediaInfo.Api.Alibaba.Ims;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Api.Tests.Alibaba.Ims;

public sealed class ImsPropertyMapperTests
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    [Theory]
    [MemberData(nameof(FfprobeFixture.Clips), MemberType = typeof(FfprobeFixture))]
    public void Property_of_a_clip(string clip)
    {
        var address = new ObjectAddress(new ObjectRef("example-bucket", "dir/" + clip), "oss-cn-hangzhou");

        var property = ImsPropertyMapper.ToProperty(FfprobeFixture.Describe(clip), address, mediaId: null);

        GoldenFile.Matches(JsonSerializer.Serialize(property, Json), "Ims", clip);
    }
}
