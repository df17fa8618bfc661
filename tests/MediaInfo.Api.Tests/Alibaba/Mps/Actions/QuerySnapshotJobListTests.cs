using MediaInfo.Api.Alibaba.Mps;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Alibaba.Mps.Actions;

public sealed class QuerySnapshotJobListTests : IDisposable
{
    private const string Action = "QuerySnapshotJobList";

    private const string Config = """
        {"OutputFile":{"Bucket":"example-bucket","Location":"oss-cn-hangzhou","Object":"out%2F{Count}.jpg"},"Num":"3"}
        """;

    private const string Submitted = $$"""{"Input":{{ApiJobs.Input}},"SnapshotConfig":{{Config}} }""";

    private readonly MemoryJobs _jobs = new();
    private readonly ApiRig _rig;

    public QuerySnapshotJobListTests() => _rig = new ApiRig(
        services => services.AddSingleton<IJobStore>(_jobs).AddSingleton<IJobIndex>(_jobs));

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Answer_about_snapshot_jobs_in_every_state()
    {
        var succeeded = Put(ApiJobs.Succeeded(ApiJobs.Key(1))) with { Callback = CallbackResult.Delivered("message") };
        succeeded = succeeded with { Extras = new AnalysisExtras(false, false) { Frames = [Order(), Sprite()] } };
        _jobs.Put(succeeded);
        await _rig.Get<FrameResults>().AddAsync(
            succeeded.Key, new FrameSets([Shots(3), Shots(1, FrameOrderKind.Sprite)], ProbeUsage.Zero, ETag: null), default);
        Put(ApiJobs.Failed(ApiJobs.Key(2), FailureReason.NoPicture));
        Put(ApiJobs.Waiting(ApiJobs.Key(3)) with
        {
            State = JobState.Running,
            StepProgress = new Dictionary<string, int>(StringComparer.Ordinal) { ["frames"] = 40 },
        });
        Put(ApiJobs.Waiting(ApiJobs.Key(4)) with { UserData = "mine" });

        var ids = string.Join(',', Enumerable.Range(1, 4).Select(number => ApiJobs.Key(number).Id));

        GoldenFile.Matches((await CallAsync(("SnapshotJobIds", ids + ",missing"))).Pretty, "Mps");
    }

    [Fact]
    public async Task Jobs_of_other_kinds_are_missing_and_eleven_ids_are_too_many()
    {
        _jobs.Put(ApiJobs.Waiting());

        Assert.Equal(
            [ApiJobs.Key().Id],
            (await CallAsync(("SnapshotJobIds", ApiJobs.Key().Id))).Json["NonExistSnapshotJobIds"]!["String"]!.AsArray()
                .Select(id => (string)id!));
        Assert.Equal(
            "InvalidParameter.OutOfRange", (await CallAsync(("SnapshotJobIds", "1,2,3,4,5,6,7,8,9,10,11"))).Code);
    }

    [Fact]
    public async Task Without_ids_the_jobs_are_listed_page_by_page()
    {
        for (var number = 1; number <= 3; number++)
        {
            Put(ApiJobs.Waiting(ApiJobs.Key(number)));
        }

        _jobs.Put(ApiJobs.Waiting(ApiJobs.Key(4)));
        var first = await CallAsync(("MaximumPageSize", "2"));
        GoldenFile.Matches(first.Pretty, "Mps");
        var second = await CallAsync(("MaximumPageSize", "2"), ("NextPageToken", (string)first.Json["NextPageToken"]!));

        Assert.Equal([ApiJobs.Key(1).Id, ApiJobs.Key(2).Id], Ids(first));
        Assert.Equal([ApiJobs.Key(3).Id], Ids(second));
        Assert.Null(second.Json["NextPageToken"]);
    }

    [Fact]
    public async Task A_list_has_the_jobs_that_pass_its_filters()
    {
        Put(ApiJobs.Waiting(ApiJobs.Key(1)));
        Put(ApiJobs.Waiting(ApiJobs.Key(2)) with { State = JobState.Running });
        Put(ApiJobs.Failed(ApiJobs.Key(3)) with { PipelineId = "another" });

        Assert.Equal([ApiJobs.Key(1).Id], Ids(await CallAsync(("State", "Submitted"))));
        Assert.Equal([ApiJobs.Key(2).Id], Ids(await CallAsync(("State", "Snapshoting"))));
        Assert.Equal([ApiJobs.Key(3).Id], Ids(await CallAsync(("PipelineId", "another"))));
        Assert.Equal(3, Ids(await CallAsync(("State", "All"))).Count());
    }

    [Theory]
    [InlineData("State", "Analyzing")]
    [InlineData("MaximumPageSize", "0")]
    [InlineData("MaximumPageSize", "101")]
    [InlineData("NextPageToken", "x")]
    [InlineData("StartOfJobCreatedTimeRange", "2024")]
    [InlineData("EndOfJobCreatedTimeRange", "2024")]
    public async Task A_bad_filter_is_refused(string parameter, string value) => Assert.Equal(
        (400, "InvalidParameter", $"The specified parameter \"{parameter}\" is invalid."),
        (await CallAsync((parameter, value))).Error);

    [Fact]
    public async Task Message_of_a_snapshot_job_that_ended()
    {
        var job = ApiJobs.Failed(reason: FailureReason.NoPicture) with { UserData = "mine" };

        GoldenFile.Matches(await new MpsSnapshotMessageFormat().FormatAsync(job, default), "Mps");
    }

    private static FrameOrder Order() => new(FrameOrderKind.Snapshots) { Count = 3 };

    private static FrameOrder Sprite() => new(FrameOrderKind.Sprite) { Count = 3, Sprite = new SpriteLayout(3, 1) };

    private static FrameSet Shots(int count, FrameOrderKind kind = FrameOrderKind.Snapshots) => new(
        kind,
        [
            .. Enumerable.Range(1, count).Select(number =>
                new Picture(new ObjectRef("example-bucket", $"out/{number:D5}.jpg"), 320, 180, 1000, [number])),
        ]);

    private static IEnumerable<string> Ids(WireAnswer answer) =>
        answer.Json["SnapshotJobList"]!["SnapshotJob"]!.AsArray().Select(job => (string)job!["Id"]!);

    private AnalysisJob Put(AnalysisJob job)
    {
        var own = job with
        {
            Dialect = "mps-snapshots",
            SubmittedInput = Submitted,
            Extras = AnalysisExtras.None with { Frames = [Order()] },
        };
        _jobs.Put(own);
        return own;
    }

    private Task<WireAnswer> CallAsync(params (string, string)[] parameters) =>
        _rig.SendAsync(RpcRequest.Of(Action, parameters));
}
