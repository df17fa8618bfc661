using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport.Descriptions;
using MediaInfo.TestSupport.Jobs;
using NSubstitute;

namespace MediaInfo.Core.Tests.Frames;

public sealed class FrameStepsTests
{
    private static readonly FrameOrder Cover = new(FrameOrderKind.Cover) { Count = 1 };
    private static readonly FrameOrder Outside = new(FrameOrderKind.Snapshots)
    {
        Count = 2,
        Format = PictureFormat.Png,
        Output = new ObjectRef("pictures", "shot-{Count}.png"),
    };

    private readonly AnalysisRig _rig = new();

    public FrameStepsTests() => _rig.Files.EnsureBucketAsync(default!, default).ReturnsForAnyArgs(true);

    [Fact]
    public async Task Pictures_lie_where_their_order_says_or_in_the_services_own_bucket()
    {
        var job = await AddAsync(Cover, Outside);
        Draw(2, new ProbeUsage(3, 100, 5));

        var outcome = await MakeAsync(job);

        Assert.Null(outcome.Failure);
        Assert.Equal((6, 200), (outcome.Usage.Requests, outcome.Usage.Bytes));
        var made = (await new FrameResults(_rig.Parts).FindAsync(job.Key, default))!;
        Assert.Equal([FrameOrderKind.Cover, FrameOrderKind.Snapshots], made.Sets.Select(set => set.Kind));
        Assert.Equal(
            [$"{job.Key.Account}/{job.Key.Id}/0/00001.jpg", $"{job.Key.Account}/{job.Key.Id}/0/00002.jpg"],
            made.Sets[0].Pictures.Select(picture => picture.File.Key));
        Assert.Equal(
            [new ObjectRef("pictures", "shot-00001.png"), new ObjectRef("pictures", "shot-00002.png")],
            made.Sets[1].Pictures.Select(picture => picture.File));
        Assert.Equal([1d, 2d], made.Sets[1].Pictures.SelectMany(picture => picture.Times));
        await _rig.Files.Received(1).WriteAsync(
            new ObjectRef("pictures", "shot-00002.png"),
            Arg.Any<ReadOnlyMemory<byte>>(),
            "image/png",
            job.Key.Account,
            Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Pictures_that_were_made_are_not_made_again()
    {
        var job = await AddAsync(Cover);
        Draw(1, new ProbeUsage(3, 100, 5));
        await MakeAsync(job);

        var again = await MakeAsync(job);

        Assert.Equal(new ProbeUsage(3, 100, 5), again.Usage);
        Assert.Equal("etag", again.ETag);
        await _rig.Frames.ReceivedWithAnyArgs(1).ReadAsync(default!, default!, default!, default!, default!, default, default);
    }

    [Theory]
    [InlineData(ObjectWriteStatus.NotFound, FailureReason.OutputNotFound)]
    [InlineData(ObjectWriteStatus.Occupied, FailureReason.OutputOccupied)]
    [InlineData(ObjectWriteStatus.Denied, FailureReason.OutputDenied)]
    public async Task A_picture_that_cannot_be_written_fails_the_job(ObjectWriteStatus status, FailureReason reason)
    {
        var job = await AddAsync(Outside);
        Draw(1, ProbeUsage.Zero);
        _rig.Files.WriteAsync(default!, default, default!, default!, default).ReturnsForAnyArgs(status);

        Assert.Equal(reason, (await MakeAsync(job)).Failure?.Reason);
        Assert.Null(await new FrameResults(_rig.Parts).FindAsync(job.Key, default));
    }

    [Fact]
    public async Task An_account_that_lost_its_bucket_gets_no_pictures_in_it()
    {
        var job = await AddAsync(Outside);
        Draw(1, ProbeUsage.Zero);
        _rig.Access = TestPipelines.OpenBuckets(only: [job.Source.Bucket]);

        Assert.Equal(FailureReason.OutputDenied, (await MakeAsync(job)).Failure?.Reason);
        await _rig.Files.DidNotReceiveWithAnyArgs().WriteAsync(default!, default, default!, default!, default);
    }

    [Fact]
    public async Task Without_ffmpeg_the_job_fails_at_once()
    {
        var job = await AddAsync(Cover);
        Draw(1, ProbeUsage.Zero);
        _rig.Frames.FindProblemAsync(default).ReturnsForAnyArgs("No usable ffmpeg was found");

        Assert.Equal(FailureReason.EngineMissing, (await MakeAsync(job)).Failure?.Reason);
    }

    [Fact]
    public async Task A_failure_of_the_second_order_leaves_no_list_of_pictures_and_tells_the_whole_cost()
    {
        var job = await AddAsync(Cover, Outside);
        Draw(1, new ProbeUsage(3, 100, 5), failing: FrameOrderKind.Snapshots);

        var outcome = await MakeAsync(job);

        Assert.Equal((FailureReason.NoPicture, 6), (outcome.Failure?.Reason, outcome.Usage.Requests));
        Assert.Null(await new FrameResults(_rig.Parts).FindAsync(job.Key, default));
    }

    private Task<StepOutcome> MakeAsync(AnalysisJob job) => _rig.Steps().MakePicturesAsync(job.Key, default);

    private async Task<AnalysisJob> AddAsync(params FrameOrder[] orders)
    {
        var job = await _rig.AddAsync(TestJobs.In(JobState.Running, extras: AnalysisExtras.None with { Frames = orders }));
        await _rig.Results.AddAsync(
            job.Key, ResultPart.Streams, new AnalysisResult(FfprobeFixture.Describe("sample.mp4")), default);
        _rig.Files.WriteAsync(default!, default, default!, default!, default).ReturnsForAnyArgs(ObjectWriteStatus.Written);
        return job;
    }

    private void Draw(int pictures, ProbeUsage usage, FrameOrderKind? failing = null)
    {
        _rig.Frames.FindProblemAsync(default).ReturnsForAnyArgs((string?)null);
        _rig.Frames.ReadAsync(default!, default!, default!, default!, default!, default, default)
            .ReturnsForAnyArgs(async call =>
            {
                var keep = call.Arg<Func<MadePicture, CancellationToken, Task<JobFailure?>>>();
                var failure = call.Arg<FrameOrder>().Kind == failing ? new JobFailure(FailureReason.NoPicture, "black") : null;
                for (var number = 1; number <= pictures && failure is null; number++)
                {
                    failure = await keep(new MadePicture(number, new byte[] { 1, 2 }, 320, 180, [number]), default);
                }

                return new StepOutcome(failure, usage) { ETag = "etag" };
            });
    }
}
