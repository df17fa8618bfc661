using System.Text;
using MediaInfo.Probing.Headers;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Headers;

/// <summary>The size of a picture by its header, and headers that state none.</summary>
public sealed class PictureHeaderTests
{
    private const string Png = "89504E470D0A1A0A0000000D49484452";
    private const string Exr = "762F310102000000";

    // 16 by 9 in the first directory, which is a thumbnail, and 4000 by 3000 in the second.
    private const string LittleTiff =
        "49492A0008000000" + "0300" + "000103000100000010000000" + "010103000100000009000000" + "4A0104000100000032000000"
        + "00000000" + "0200" + "0001040001000000A00F0000" + "0101040001000000B80B0000";

    [Theory]
    [InlineData(Png + "0000004000000030", 64, 48)]
    [InlineData(Png + "0000004080000000", null, null)]
    [InlineData(Png + "00000040000000", null, null)]
    [InlineData(Png + "0000000000000030", null, null)]
    [InlineData("3842505300010000000000000003000000300000004000080003", 64, 48)]
    [InlineData("3842505300030000000000000003000000300000004000080003", null, null)]
    [InlineData("4D4D002A00000008" + "0002" + "010000030000000100400000" + "010100030000000100300000", 64, 48)]
    [InlineData(LittleTiff, 4000, 3000)]
    [InlineData("49492A00FFFFFFFF", null, null)]
    [InlineData("49492A00", null, null)]
    [InlineData("", null, null)]
    public async Task The_size_is_that_of_the_header(string bytes, int? width, int? height)
    {
        var picture = await ReadAsync(Convert.FromHexString(bytes));

        Assert.Equal((width, height), (picture?.Width, picture?.Height));
    }

    [Theory]
    [InlineData("displayWindow", 16, 64, 48)]
    [InlineData("dataWindow", 16, null, null)]
    [InlineData("displayWindow", -1, null, null)]
    [InlineData("displayWindow", int.MaxValue, null, null)]
    public async Task The_size_of_OpenEXR_is_that_of_its_display_window(string name, int length, int? width, int? height)
    {
        byte[] attribute =
        [
            .. Convert.FromHexString(Exr), .. Encoding.ASCII.GetBytes("lines\0compression\0"), 1, 0, 0, 0, 0,
            .. Encoding.ASCII.GetBytes($"{name}\0box2i\0"), .. BitConverter.GetBytes(length),
            .. new[] { -10, 0, 53, 47 }.SelectMany(BitConverter.GetBytes),
        ];

        var picture = await ReadAsync(attribute);

        Assert.Equal((width, height), (picture?.Width, picture?.Height));
    }

    [Fact]
    public async Task Directories_that_name_each_other_are_read_a_few_times()
    {
        var picture = await ReadAsync(Convert.FromHexString("49492A0008000000" + "0100" + "4A0104000100000008000000"));

        Assert.Null(picture);
    }

    private static async Task<PictureFacts?> ReadAsync(byte[] bytes)
    {
        var store = new ProxyStore();
        store.Put(new Core.Objects.ObjectRef(FfprobeRig.Bucket, "picture"), bytes);
        using var session = JobReading.Session(new Core.Objects.ObjectRef(FfprobeRig.Bucket, "picture"), store);
        return await PictureHeader.ReadAsync(new HeaderWindow(session, bytes.Length, 1 << 20), CancellationToken.None);
    }
}
