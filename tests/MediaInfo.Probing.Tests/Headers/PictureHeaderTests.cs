using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests.Headers;

/// <summary>The size of pictures that the real ffprobe names but cannot decode, because only their headers are there.</summary>
public sealed class PictureHeaderTests(FfprobeRig rig) : IClassFixture<FfprobeRig>
{
    private const string Png = "89504E470D0A1A0A0000000D49484452";
    private const string Psd = "384250530001000000000000";

    // 64 by 48.
    private const string BigTiff = "4D4D002A00000008" + "0002" + "010000030000000100400000" + "010100030000000100300000";

    // 16 by 9 in the first directory, which is a thumbnail, and 4000 by 3000 in the one that belongs to it.
    private const string LittleTiff =
        "49492A0008000000" + "0300" + "000103000100000010000000" + "010103000100000009000000" + "4A0104000100000032000000"
        + "00000000" + "0200" + "0001040001000000A00F0000" + "0101040001000000B80B0000";

    private const string Endless = "49492A0008000000" + "0100" + "4A0104000100000008000000";

    [Theory]
    [InlineData(Png + "0000004000000030", 64, 48)]
    [InlineData(Png + "0000004080000000", null, null)]
    [InlineData(Png + "0000000000000030", null, null)]
    [InlineData(Psd + "0003000000300000004000080003", 64, 48)]
    [InlineData(Psd + "0003000000000000004000080003", null, null)]
    [InlineData(BigTiff, 64, 48)]
    [InlineData(LittleTiff, 4000, 3000)]
    [InlineData(Endless, null, null)]
    public async Task The_size_is_that_of_the_header(string header, int? width, int? height) =>
        Assert.Equal((width, height), await SizeOfAsync(Convert.FromHexString(header)));

    [Theory]
    [InlineData("displayWindow", 16, 64, 48)]
    [InlineData("dataWindow", 16, null, null)]
    [InlineData("displayWindow", -1, null, null)]
    [InlineData("displayWindow", int.MaxValue, null, null)]
    public async Task The_size_of_OpenEXR_is_that_of_its_display_window(string name, int length, int? width, int? height)
    {
        byte[] header =
        [
            0x76, 0x2F, 0x31, 0x01, 2, 0, 0, 0, .. "lines\0compression\0"u8, 1, 0, 0, 0, 0,
            .. Encoding.ASCII.GetBytes($"{name}\0box2i\0"), .. BitConverter.GetBytes(length),
            .. new[] { -10, 0, 53, 47 }.SelectMany(BitConverter.GetBytes),
        ];

        Assert.Equal((width, height), await SizeOfAsync(header));
    }

    private async Task<(int? Width, int? Height)> SizeOfAsync(byte[] header)
    {
        var store = new ProxyStore();
        store.Put(new ObjectRef(FfprobeRig.Bucket, "picture"), header);

        var result = await rig.DescribeAsync(store, "picture");

        Assert.Null(result.Failure);
        return (result.Description!.MainVideo!.Width, result.Description.MainVideo.Height);
    }
}
