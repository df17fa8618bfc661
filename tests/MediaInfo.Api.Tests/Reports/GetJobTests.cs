using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Jobs.Story;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Reports;

public sealed class GetJobTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_job_comes_with_its_story()
    {
        var at = ApiJobs.CreatedAt;
        var job = ApiJobs.Waiting() with
        {
            Name = "holiday",
            UserData = "mine",
            Extras = new AnalysisExtras(Digest: true, Packets: false)
            {
                Frames = [new FrameOrder(FrameOrderKind.Snapshots)],
                Tags = new TagWork([RecogniserKind.Chapters]),
            },
            StepProgress = new Dictionary<string, int>(StringComparer.Ordinal) { ["frames"] = 100, ["chapters"] = 40 },
            Story = JobStory.Add(null, new JobEvent(at.AddSeconds(1), JobEventKind.Held) { Detail = "a-pipeline" }),
        };
        job = JobTransitions.Move(job, JobState.Running, at.AddSeconds(2))!;
        job = JobTransitions.Move(job, JobState.Running, at.AddSeconds(3))!;
        job = JobTransitions.Move(job, JobState.Failed, at.AddSeconds(4))! with
        {
            Failure = new JobFailure(FailureReason.NotMedia, "The object is not media"),
            Usage = new ProbeUsage(2, 1000, 30),
            Callback = CallbackResult.Delivered("message-1"),
        };
        foreach (var (kind, detail) in new[]
        {
            (JobEventKind.CallbackAttempted, "Connection refused"), (JobEventKind.CallbackDelivered, "message-1"),
        })
        {
            job = job with { Story = JobStory.Add(job.Story, new JobEvent(at.AddSeconds(5), kind) { Detail = detail }) };
        }

        await _rig.AddAsync(job);

        GoldenFile.Matches((await _rig.SendAsync(Call(ApiJobs.Key().Id))).Pretty, "Reports");
    }

    [Fact]
    public async Task The_story_of_a_document_without_one_has_what_its_times_tell()
    {
        await _rig.AddAsync(ApiJobs.Failed());

        var story = (await _rig.SendAsync(Call(ApiJobs.Key().Id))).Json["Job"]!["Story"]!.AsArray();

        Assert.Equal(["Accepted", "Started", "Failed"], story.Select(told => (string)told!["Event"]!));
        Assert.Equal("2024-02-29T12:00:01.000Z", (string)story[2]!["At"]!);
    }

    [Fact]
    public async Task Pictures_are_announced_once_they_are_there()
    {
        var extras = AnalysisExtras.None with { Frames = [new FrameOrder(FrameOrderKind.Cover)] };
        await _rig.AddAsync(ApiJobs.Waiting(ApiJobs.Key(1)) with { Extras = extras });
        await _rig.AddAsync(ApiJobs.Succeeded(ApiJobs.Key(2)) with { Extras = extras });

        Assert.Null((await _rig.SendAsync(Call(ApiJobs.Key(1).Id))).Json["Job"]!["Frames"]);
        Assert.True((bool?)(await _rig.SendAsync(Call(ApiJobs.Key(2).Id))).Json["Job"]!["Frames"]);
    }

    [Fact]
    public async Task Other_accounts_jobs_are_not_found()
    {
        await _rig.AddAsync(ApiJobs.Succeeded(ApiJobs.Key(2, ApiRig.OtherAccount)));

        Assert.Equal(
            (404, "InvalidJobId.NotFound", "The specified job does not exist."),
            (await _rig.SendAsync(Call(ApiJobs.Key(2).Id))).Error);
    }

    private static RpcRequest Call(string id) => RpcRequest.Of("GetJob", ("Version", "2026-01-01"), ("JobId", id));
}
