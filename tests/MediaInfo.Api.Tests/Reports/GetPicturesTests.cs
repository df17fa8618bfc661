using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace MediaInfo.Api.Tests.Reports;

public sealed class GetPicturesTests : IDisposable
{
    private readonly IObjectLinks _links = Substitute.For<IObjectLinks>();
    private readonly ApiRig _rig;

    public GetPicturesTests()
    {
        _links.SignAsync(default!, default, default).ReturnsForAnyArgs(
            call => new Uri($"https://storage.example.com/{call.Arg<ObjectRef>().Bucket}/{call.Arg<ObjectRef>().Key}?signed"));
        _rig = new ApiRig(services => services.AddSingleton(_links));
    }

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Snapshots_sprites_and_the_WebVTT_file_have_signed_addresses()
    {
        await AddAsync(
            (
                new FrameOrder(FrameOrderKind.Snapshots),
                new FrameSet(FrameOrderKind.Snapshots, [Made("1.jpg", 0), Made("2.jpg", 2)])),
            (
                new FrameOrder(FrameOrderKind.WebVtt) { Sprite = new SpriteLayout(2, 3) { Padding = 1 } },
                new FrameSet(
                    FrameOrderKind.WebVtt, [Made("sprite.jpg", 0, 1, 2) with { CellWidth = 80, CellHeight = 45 }])
                {
                    Vtt = new ObjectRef("mediainfo-files", "a/job/pictures.vtt"),
                }));

        GoldenFile.Matches((await _rig.SendAsync(Call())).Pretty, "Reports");
    }

    [Fact]
    public async Task Pictures_of_several_orders_come_by_their_times_and_those_of_one_time_by_their_orders()
    {
        var order = new FrameOrder(FrameOrderKind.Snapshots);
        var grid = new FrameOrder(FrameOrderKind.Sprite) { Sprite = new SpriteLayout(2, 1) };
        await AddAsync(
            (order, new FrameSet(FrameOrderKind.Snapshots, [Made("a0.jpg", 0), Made("a4.jpg", 4), Made("a8.jpg", 8)])),
            (grid, new FrameSet(FrameOrderKind.Sprite, [Made("s0.jpg", 3, 4)])),
            (grid, new FrameSet(FrameOrderKind.Sprite, [Made("s1.jpg", 1, 2)])),
            (order, new FrameSet(FrameOrderKind.Snapshots, [Made("b0.jpg", 0), Made("b2.jpg", 2), Made("b4.jpg", 4)])));

        var answer = await _rig.SendAsync(Call());

        Assert.Equal(["a0", "b0", "b2", "a4", "b4", "a8"], NamesIn("Pictures"));
        Assert.Equal(["s1", "s0"], NamesIn("Sprites"));

        IEnumerable<string> NamesIn(string list) => answer.Json[list]!.AsArray().Select(
            picture => Path.GetFileNameWithoutExtension(new Uri((string)picture!["Url"]!).AbsolutePath));
    }

    [Fact]
    public async Task Pictures_in_a_bucket_that_the_account_may_no_longer_read_are_left_out()
    {
        var gone = Made("1.jpg", 0) with { File = new ObjectRef("other-bucket", "1.jpg") };
        await AddAsync((
            new FrameOrder(FrameOrderKind.Snapshots), new FrameSet(FrameOrderKind.Snapshots, [gone, Made("2.jpg", 2)])));

        Assert.Single((await _rig.SendAsync(Call())).Json["Pictures"]!.AsArray());
    }

    [Fact]
    public async Task More_than_500_pictures_are_counted()
    {
        await AddAsync((
            new FrameOrder(FrameOrderKind.Snapshots),
            new FrameSet(FrameOrderKind.Snapshots, [.. Enumerable.Range(0, 502).Select(i => Made($"{i}.jpg", i))])));

        var answer = await _rig.SendAsync(Call());

        Assert.Equal((500, 2), (answer.Json["Pictures"]!.AsArray().Count, (int)answer.Json["Omitted"]!));
    }

    [Fact]
    public async Task A_job_that_made_none_says_so()
    {
        await _rig.AddAsync(ApiJobs.Succeeded());

        Assert.Equal((409, "NoPictures", "The job made no pictures."), (await _rig.SendAsync(Call())).Error);
    }

    private static Picture Made(string name, params double[] times) =>
        new(new ObjectRef("mediainfo-files", $"a/job/{name}"), 160, 135, 1000, times);

    private static RpcRequest Call() =>
        RpcRequest.Of("GetPictures", ("Version", "2026-01-01"), ("JobId", ApiJobs.Key().Id));

    private async Task AddAsync(params (FrameOrder Order, FrameSet Set)[] made)
    {
        await _rig.AddAsync(ApiJobs.Succeeded() with
        {
            Extras = AnalysisExtras.None with { Frames = [.. made.Select(one => one.Order)] },
        });
        await _rig.Get<FrameResults>().AddAsync(
            ApiJobs.Key(), new FrameSets([.. made.Select(one => one.Set)], ProbeUsage.Zero, ETag: null), CancellationToken.None);
    }
}
