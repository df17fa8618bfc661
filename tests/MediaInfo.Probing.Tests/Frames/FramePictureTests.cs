using System.Globalization;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests.Frames;

/// <summary>What pictures of frames look like.</summary>
[Trait("Platform", "Linux")]
public sealed class FramePictureTests(FrameRig rig) : IClassFixture<FrameRig>
{
    private static readonly FrameOrder One = new(FrameOrderKind.Snapshots);

    // Red, green, blue and white quarters: left above, right above, left below, right below.
    private const string Quarters =
        "-f lavfi -i color=red:s=SIZE:r=25:d=1,format=rgb24,drawbox=x=iw/2:y=0:w=iw/2:h=ih/2:color=lime:t=fill,"
        + "drawbox=x=0:y=ih/2:w=iw/2:h=ih/2:color=blue:t=fill,drawbox=x=iw/2:y=ih/2:w=iw/2:h=ih/2:color=white:t=fill";

    private static readonly byte[][] Plain = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255]];

    [Theory]
    [InlineData("sample.mp4", 320, 180)]
    [InlineData("rotated.mp4", 90, 160)]
    [InlineData("cover.mp3", 64, 64)]
    [InlineData("hls/index.m3u8", 320, 180)]
    [InlineData("rules/upright.jpg", 64, 48)]
    [InlineData("rules/turned.jpg", 48, 64)]
    [InlineData("rules/turned.png", 48, 64)]
    [InlineData("rules/turned.webp", 48, 64)]
    [InlineData("rules/turned.tiff", 48, 64)]
    [InlineData("rules/loop.gif", 64, 48)]
    [InlineData("rules/fragmented.mp4", 64, 36)]
    [InlineData("rules/variable.mp4", 64, 36)]
    [InlineData("rules/clear.wmv", 64, 36)]
    [InlineData("rules/milliseconds.flv", 64, 36)]
    [InlineData("rules/pipe.webm", 64, 36)]
    public async Task A_picture_is_upright_and_as_large_as_the_frame(string clip, int width, int height)
    {
        var picture = (await rig.ReadAsync(FfprobeRig.Clips(), clip, One)).Only;

        Assert.Equal((width, height), (picture.Width, picture.Height));
    }

    [Theory]
    [InlineData(160, null, 160, 90)]
    [InlineData(null, 90, 160, 90)]
    [InlineData(101, null, 101, 57)]
    [InlineData(100, 100, 100, 100)]
    [InlineData(640, null, 640, 360)]
    public async Task A_picture_has_the_size_of_the_order(int? width, int? height, int resultWidth, int resultHeight)
    {
        var picture = (await rig.ReadAsync(FfprobeRig.Clips(), "sample.mp4", One with { Width = width, Height = height })).Only;

        Assert.Equal((resultWidth, resultHeight), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task A_frame_that_does_not_fill_the_size_keeps_its_aspect_between_bars()
    {
        var clip = await rig.MakeAsync(Made("160x80", "-c:v libx264 -qp 1 -pix_fmt yuv444p"), "mp4");
        var order = One with { Width = 80, Height = 80, Format = PictureFormat.Png };

        var pixels = await rig.PixelsAsync((await ReadAsync(clip, "a.mp4", order)).Only.Content);

        Assert.Equal([0, 0, 0], At(pixels, 80, 40, 10));
        Assert.Equal([0, 0, 0], At(pixels, 80, 40, 70));
        AssertNear(Plain[0], At(pixels, 80, 20, 30));
        AssertNear(Plain[3], At(pixels, 80, 60, 50));
    }

    [Fact]
    public async Task A_larger_frame_than_the_limit_is_scaled_down()
    {
        var read = await rig.ReadAsync(FfprobeRig.Clips(), "rotated.mp4", One, new FrameOptions { MaxSide = 40 });

        Assert.Equal((23, 40), (read.Only.Width, read.Only.Height));
    }

    [Fact]
    public async Task More_pixels_than_the_limit_are_not_decoded()
    {
        var clip = await rig.MakeAsync(Made("640x640", "-c:v libx264"), "mp4");

        var read = await ReadAsync(clip, "a.mp4", One, new FrameOptions { MaxPixels = 1 << 16 });

        Assert.Equal(FailureReason.NoPicture, read.Outcome.Failure?.Reason);
    }

    [Theory]
    [InlineData(PictureFormat.Jpeg, new byte[] { 0xFF, 0xD8, 0xFF })]
    [InlineData(PictureFormat.Png, new byte[] { 0x89, 0x50, 0x4E, 0x47 })]
    [InlineData(PictureFormat.WebP, new byte[] { 0x52, 0x49, 0x46, 0x46 })]
    public async Task A_picture_has_the_format_of_the_order_and_the_colours_of_the_frame(PictureFormat format, byte[] beginning)
    {
        var clip = await rig.MakeAsync(Made("64x64", "-c:v libx264 -qp 1 -pix_fmt yuv420p"), "mp4");

        var picture = (await ReadAsync(clip, "a.mp4", One with { Format = format })).Only;

        Assert.Equal(beginning, picture.Content[..beginning.Length].ToArray());
        Assert.Equal((64, 64), (picture.Width, picture.Height));
        AssertQuarters(Plain, await rig.PixelsAsync(picture.Content), 64, 64);
    }

    // HD is BT.709 even where it does not say so; a JPEG is BT.601.
    [Theory]
    [InlineData("-vf scale=out_color_matrix=bt709 -colorspace bt709")]
    [InlineData("-vf scale=out_color_matrix=bt709")]
    public async Task The_colours_of_high_definition_are_right(string options)
    {
        var clip = await rig.MakeAsync(
            Made("1280x720", $"{options} -c:v libx264 -qp 1 -pix_fmt yuv420p -frames:v 1"), "mp4");

        var pixels = await rig.PixelsAsync((await ReadAsync(clip, "a.mp4", One with { Width = 64, Height = 36 })).Only.Content);

        AssertQuarters(Plain, pixels, 64, 36);
    }

    // Versions of ffmpeg write the tag as one display matrix or as the other.
    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public async Task A_turned_video_is_upright(int tag)
    {
        var plain = await rig.MakeAsync(Made("64x32", "-c:v libx264 -qp 1 -pix_fmt yuv444p"), "mp4");
        var store = Store("a.mp4", await TurnedAsync(plain, tag));
        var media = await rig.DescribeAsync(store, "a.mp4");

        var picture = (await rig.ReadAsync(store, "a.mp4", media, One with { Format = PictureFormat.Png })).Only;

        int[] seen = media.MainVideo?.Rotation switch { 90 => [2, 0, 3, 1], 180 => [3, 2, 1, 0], _ => [1, 3, 0, 2] };
        var (width, height) = tag == 180 ? (64, 32) : (32, 64);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        AssertQuarters([.. seen.Select(quarter => Plain[quarter])], await rig.PixelsAsync(picture.Content), width, height);
    }

    [Theory]
    [InlineData("2/1", 128, 64)]
    [InlineData("64/45", 91, 64)]
    [InlineData("1/2", 32, 64)]
    public async Task Samples_become_square(string aspect, int width, int height)
    {
        var clip = await rig.MakeAsync(Made("64x64", $"-vf setsar={aspect} -c:v libx264 -pix_fmt yuv420p"), "mkv");

        var picture = (await ReadAsync(clip, "a.mkv", One)).Only;

        Assert.Equal((width, height), (picture.Width, picture.Height));
    }

    // Alternate lines of a moving edge are combed until they are put together.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fields_are_put_together(bool keyFrames)
    {
        var clip = await rig.MakeAsync(
            "-f lavfi -i testsrc2=s=320x240:r=50:d=2 -vf tinterlace=interleave_top,fieldorder=tff "
                + "-c:v mpeg2video -q:v 2 -flags +ildct+ilme -top 1 -g 12",
            "ts");
        var order = One with { KeyFrames = keyFrames, Start = TimeSpan.FromSeconds(1), Format = PictureFormat.Png };

        var pixels = await rig.PixelsAsync((await ReadAsync(clip, "a.ts", order)).Only.Content);

        // Neighbouring lines are then about as alike as every second line.
        double Difference(int lines) => Enumerable.Range(0, (240 - lines) * 320 * 3)
            .Average(at => Math.Abs(pixels[at] - pixels[at + (lines * 320 * 3)]));
        Assert.True(Difference(1) < Difference(2), $"{Difference(1)} {Difference(2)}");
    }

    [Theory]
    [InlineData("smpte2084")]
    [InlineData("arib-std-b67")]
    public async Task High_dynamic_range_becomes_that_of_other_screens(string transfer)
    {
        var clip = await rig.MakeAsync(
            "-f lavfi -i color=0xC06040:s=64x64:r=25:d=1 -pix_fmt yuv420p10le -c:v libx265 "
                + $"-x265-params log-level=none:colorprim=bt2020:transfer={transfer}:colormatrix=bt2020nc",
            "mp4");

        var read = await ReadAsync(clip, "a.mp4", One with { Format = PictureFormat.Png });
        var pixels = await rig.PixelsAsync(read.Only.Content);

        // Its primaries are further out, so on other screens the colour is stronger than its code.
        var colour = At(pixels, 64, 32, 32);
        Assert.True(colour is [> 205, < 60, < 60], Convert.ToHexString(colour));
    }

    [Theory]
    [InlineData(50, 1.2)]
    [InlineData(100, 0)]
    public async Task Black_frames_are_passed_over_within_five_seconds(int level, double taken)
    {
        var clip = await rig.MakeAsync(
            "-f lavfi -i color=black:s=64x64:r=10:d=1.2 -f lavfi -i testsrc2=s=64x64:r=10:d=2 -filter_complex [0][1]concat=n=2 "
                + "-c:v libx264 -g 100 -pix_fmt yuv420p",
            "mp4");

        var read = await ReadAsync(clip, "a.mp4", One with { BlackLevel = level });

        Assert.Equal(taken, read.Only.Times[0], 2);
    }

    [Fact]
    public async Task If_all_frames_are_black_the_first_is_taken()
    {
        var clip = await rig.MakeAsync("-f lavfi -i color=black:s=64x64:r=10:d=8 -c:v libx264 -pix_fmt yuv420p", "mp4");

        Assert.Equal(0, (await ReadAsync(clip, "a.mp4", One with { BlackLevel = 90 })).Only.Times[0]);
    }

    [Fact]
    public async Task A_dark_frame_is_black_only_up_to_the_threshold()
    {
        var clip = await rig.MakeAsync(
            "-f lavfi -i color=0x303030:s=64x64:r=10:d=1 -f lavfi -i testsrc2=s=64x64:r=10:d=2 -filter_complex [0][1]concat=n=2 "
                + "-c:v libx264 -pix_fmt yuv420p",
            "mp4");
        var order = One with { BlackLevel = 90 };

        Assert.Equal(0, (await ReadAsync(clip, "a.mp4", order)).Only.Times[0]);
        Assert.Equal(1, (await ReadAsync(clip, "a.mp4", order with { PixelBlackThreshold = 90 })).Only.Times[0], 2);
    }

    private static string Made(string size, string options) =>
        $"{Quarters.Replace("SIZE", size, StringComparison.Ordinal)} {options}";

    private static byte[] At(byte[] pixels, int width, int x, int y) => pixels[(((y * width) + x) * 3)..][..3];

    private static void AssertNear(byte[] wanted, byte[] found) => Assert.True(
        wanted.Zip(found).All(pair => Math.Abs(pair.First - pair.Second) <= 20),
        string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(wanted)} {Convert.ToHexString(found)}"));

    private static void AssertQuarters(byte[][] wanted, byte[] pixels, int width, int height)
    {
        AssertNear(wanted[0], At(pixels, width, width / 4, height / 4));
        AssertNear(wanted[1], At(pixels, width, width * 3 / 4, height / 4));
        AssertNear(wanted[2], At(pixels, width, width / 4, height * 3 / 4));
        AssertNear(wanted[3], At(pixels, width, width * 3 / 4, height * 3 / 4));
    }

    private async Task<byte[]> TurnedAsync(byte[] clip, int degrees)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.mp4");
        await File.WriteAllBytesAsync(file, clip);
        try
        {
            return await rig.MakeAsync($"-i {file} -c copy -metadata:s:v:0 rotate={degrees}", "mp4");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ProxyStore Store(string key, byte[] clip)
    {
        var store = new ProxyStore();
        store.Put(new ObjectRef(FrameRig.Bucket, key), clip);
        return store;
    }

    private Task<ReadFrames> ReadAsync(byte[] clip, string key, FrameOrder order, FrameOptions? options = null) =>
        rig.ReadAsync(Store(key, clip), key, order, options);
}
