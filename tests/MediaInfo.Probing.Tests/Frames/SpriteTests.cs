using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests.Frames;

/// <summary>Frames in the grid of a sprite, and the WebVTT file that says where they are.</summary>
[Trait("Platform", "Linux")]
public sealed class SpriteTests(FrameRig rig) : IClassFixture<FrameRig>
{
    private const string Clip = "sample.mp4";

    private static readonly SpriteLayout Layout = new(3, 2) { CellWidth = 64, Padding = 4, Margin = 6, Color = "#00FF00" };

    private static readonly FrameOrder Order = new(FrameOrderKind.Sprite)
    {
        KeyFrames = false,
        Count = 8,
        Format = PictureFormat.Png,
        Sprite = Layout,
    };

    [Fact]
    public async Task A_sprite_has_pages_of_cells_around_which_is_the_colour()
    {
        var read = await rig.ReadAsync(FfprobeRig.Clips(), Clip, Order);

        Assert.Null(read.Outcome.Failure);
        Assert.Equal([1, 2], read.Pictures.Select(page => page.Number));
        Assert.Equal([6, 2], read.Pictures.Select(page => page.Times.Count));
        Assert.Equal([0, 0.48, 1, 1.48, 2, 2.48, 3, 3.48], read.Times.Select(time => Math.Round(time, 2)));
        Assert.All(read.Pictures, page => Assert.Equal(
            (64, 36, (3 * 64) + (2 * 4) + (2 * 6), (2 * 36) + 4 + (2 * 6)),
            (page.CellWidth, page.CellHeight, page.Width, page.Height)));

        // The margin, the gap behind the first cell, and an empty cell of the last page.
        var (first, last) = (read.Pictures[0], read.Pictures[1]);
        var pixels = await rig.PixelsAsync(first.Content);
        Assert.Equal([0, 255, 0], pixels[..3]);
        Assert.Equal([0, 255, 0], pixels[(((20 * first.Width) + 6 + 64 + 1) * 3)..][..3]);
        Assert.Equal([0, 255, 0], (await rig.PixelsAsync(last.Content))[(((70 * last.Width) + 180) * 3)..][..3]);
    }

    // Each cue's cell is the picture of its time, as it is taken alone.
    [Fact]
    public async Task The_cells_are_where_the_WebVTT_file_says()
    {
        var layout = Layout with { CellHeight = 48 };
        var read = await rig.ReadAsync(FfprobeRig.Clips(), Clip, Order with { Kind = FrameOrderKind.WebVtt, Sprite = layout });
        var set = new FrameSet(FrameOrderKind.WebVtt, [.. read.Pictures.Select(page => new Picture(
            new ObjectRef(FrameRig.Bucket, $"pages/{page.Number}.png"), page.Width, page.Height, page.Content.Length, page.Times)
        {
            CellWidth = page.CellWidth,
            CellHeight = page.CellHeight,
        })]);

        var cues = WebVttText.Of(set, layout, new ObjectRef(FrameRig.Bucket, "pages/all.vtt"), 4).Split("\n\n")[1..];

        Assert.Equal(8, cues.Length);
        foreach (var cue in cues)
        {
            var lines = cue.Trim().Split('\n');
            var time = TimeSpan.Parse(lines[0][..12], System.Globalization.CultureInfo.InvariantCulture);
            var place = lines[1].Split('#', '=', ',');
            var page = read.Pictures[place[0][0] - '1'];
            var cell = Crop(await rig.PixelsAsync(page.Content), page.Width, [.. place[2..].Select(Number)]);
            var alone = await rig.ReadAsync(FfprobeRig.Clips(), Clip, Order with
            {
                Kind = FrameOrderKind.Snapshots,
                Sprite = null,
                Count = 1,
                Start = time,
                Width = 64,
                Height = 36,
            });

            // 64 by 36 in the middle of 64 by 48, between bars of the colour.
            Assert.Equal([0, 255, 0], cell[..3]);
            Assert.Equal([0, 255, 0], cell[^3..]);
            var inside = cell[(6 * 64 * 3)..^(6 * 64 * 3)];
            var pixels = await rig.PixelsAsync(alone.Only.Content);
            Assert.True(inside.Zip(pixels).Average(pair => Math.Abs(pair.First - pair.Second)) < 6, cue);
        }
    }

    [Theory]
    [InlineData(null, null, 320, 180)]
    [InlineData(null, 90, 160, 90)]
    [InlineData(50, 50, 50, 50)]
    public async Task A_cell_has_its_own_size_or_that_of_the_frame(int? width, int? height, int cellWidth, int cellHeight)
    {
        var order = Order with { Count = 2, Sprite = new SpriteLayout(2, 1) { CellWidth = width, CellHeight = height } };

        var page = (await rig.ReadAsync(FfprobeRig.Clips(), Clip, order)).Only;

        Assert.Equal((cellWidth, cellHeight, 2 * cellWidth), (page.CellWidth, page.CellHeight, page.Width));
    }

    [Fact]
    public async Task A_cell_without_a_size_has_that_of_the_order()
    {
        var order = Order with { Count = 2, Width = 80, Sprite = new SpriteLayout(2, 1) };

        var page = (await rig.ReadAsync(FfprobeRig.Clips(), Clip, order)).Only;

        Assert.Equal((80, 45), (page.CellWidth, page.CellHeight));
    }

    [Fact]
    public async Task A_sprite_that_would_be_too_large_is_refused()
    {
        var order = Order with { Sprite = new SpriteLayout(100, 100) { CellWidth = 200, CellHeight = 113 } };

        var read = await rig.ReadAsync(FfprobeRig.Clips(), Clip, order);

        Assert.Equal(
            "BudgetExceeded: A sprite of 20000 x 11300 pixels is too large: at most 16383 on a side, 40000000 together",
            read.Outcome.Failure?.ToString());
    }

    [Fact]
    public async Task Cells_without_a_size_are_made_small_enough()
    {
        var order = Order with { Count = 1, Format = PictureFormat.Jpeg, Sprite = new SpriteLayout(100, 100) };

        var page = (await rig.ReadAsync(FfprobeRig.Clips(), Clip, order)).Only;

        Assert.Equal((63, 6300, 3500), (page.CellWidth, page.Width, page.Height));
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Crop(byte[] pixels, int width, int[] place) =>
    [
        .. Enumerable.Range(place[1], place[3]).SelectMany(y => pixels[(((y * width) + place[0]) * 3)..][..(place[2] * 3)]),
    ];
}
