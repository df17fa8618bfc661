using MediaInfo.Api.Alibaba.Ims;
using MediaInfo.Api.Alibaba.Mps;
using MediaInfo.Api.Huawei.Mpc;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Tests;

/// <summary>Every dialect says of encrypted media that it is.</summary>
public sealed class EncryptedMarkTests
{
    private static readonly ObjectAddress Address = new(new ObjectRef("example-bucket", "a.mp4"), "oss-cn-hangzhou");

    [Theory]
    [InlineData("cenc", "true")]
    [InlineData(null, null)]
    public void Encrypted_media_is_marked(string? scheme, string? mark)
    {
        var media = new MediaDescription { Container = new ContainerDescription { Encryption = scheme } };

        Assert.Equal(mark, MpsPropertiesMapper.ToQueried(media).Format.Encrypted);
        Assert.Equal(mark, ImsPropertyMapper.ToProperty(media, Address, mediaId: null).FileBasicInfo.Encrypted);
        Assert.Equal(mark is null ? null : true, MpcMetaDataMapper.Map(media).Encrypted);
    }
}
