using System.Globalization;
using MediaInfo.Api.Tests.Alibaba.Ims.Support;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Snapshots;

public sealed class SnapshotAnswerTests : IDisposable
{
    private const string Folder = "Ims/Snapshots";

    private const string Submitted =
        """{"Input":{"Type":"OSS","Media":"http://example-bucket.oss-cn-shanghai.aliyuncs.com/dir/%E8%A7%86%E9%A2%91%201.mp4"},"""
        + """ "Output":{"Type":"OSS","Media":"oss://example-bucket/out/{Count}.jpg"},"TemplateId":"""
        + """ "5e1f0a6c0d0b4c6fa7a3d1e2b9c80001","TemplateConfig":"{\u0022Type\u0022:\u0022Normal\u0022,\u0022Count\u0022:3}"}""";

    private readonly ImsRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Answer_for_a_job_that_succeeded()
    {
        var job = Of(ImsJobs.Succeeded()) with { Usage = new ProbeUsage(5, 300_000, 250) };
        _rig.Jobs.Put(job);
        _rig.Make(job.Key, Shots(3));

        GoldenFile.Matches((await GetAsync(job)).Pretty, Folder);
    }

    [Fact]
    public async Task Answer_for_a_job_that_runs()
    {
        var job = Of(ImsJobs.Waiting()) with
        {
            State = JobState.Running,
            StartedAt = ImsJobs.CreatedAt.AddSeconds(1),
            StepProgress = new Dictionary<string, int>(StringComparer.Ordinal) { ["frames"] = 40 },
        };
        _rig.Jobs.Put(job);

        GoldenFile.Matches((await GetAsync(job)).Pretty, Folder);
    }

    [Fact]
    public async Task Answer_for_a_job_that_failed()
    {
        var job = Of(ImsJobs.Failed(1, FailureReason.NoPicture));
        _rig.Jobs.Put(job);

        GoldenFile.Matches((await GetAsync(job)).Pretty, Folder);
    }

    [Fact]
    public async Task Answer_for_the_pictures_of_an_asset()
    {
        var job = OfAsset();

        GoldenFile.Matches((await GetAsync(job)).Pretty, Folder);
    }

    [Fact]
    public async Task Answer_of_a_list()
    {
        var succeeded = Of(ImsJobs.Succeeded(2));
        _rig.Jobs.Put(succeeded);
        _rig.Make(succeeded.Key, Shots(2));
        _rig.Jobs.Put(Of(ImsJobs.Waiting(1)));
        _rig.Jobs.Put(Of(ImsJobs.Waiting(3)));
        _rig.Jobs.Put(ImsJobs.Waiting(4));
        OfAsset();

        GoldenFile.Matches((await _rig.CallAsync("ListSnapshotJobs", ("PageSize", "2"))).Pretty, Folder);
    }

    [Fact]
    public async Task A_page_has_twenty_jobs_by_default()
    {
        for (var number = 1; number <= 30; number++)
        {
            _rig.Jobs.Put(Of(ImsJobs.Waiting(number)));
        }

        Assert.Equal(20, (await _rig.CallAsync("ListSnapshotJobs")).Json["Jobs"]!.AsArray().Count);
        var one = await _rig.CallAsync("ListSnapshotJobs", ("JobId", ImsJobs.Key(7).Id), ("Status", "Init"));
        Assert.Equal(ImsJobs.Key(7).Id, (string?)Assert.Single(one.Json["Jobs"]!.AsArray())!["JobId"]);
        Assert.Empty(
            (await _rig.CallAsync("ListSnapshotJobs", ("JobId", ImsJobs.Key(7).Id), ("Status", "Fail"))).Json["Jobs"]!.AsArray());
    }

    [Fact]
    public async Task Jobs_of_other_kinds_and_accounts_are_not_found()
    {
        _rig.Jobs.Put(ImsJobs.Waiting(1));
        var theirs = Of(ImsJobs.Waiting(2)) with { Key = ImsJobs.Key(2) with { Account = "another" } };
        _rig.Jobs.Put(theirs);

        foreach (var action in new[] { "GetSnapshotJob", "GetSnapshotUrls" })
        {
            Assert.Equal(404, (await _rig.CallAsync(action, ("JobId", ImsJobs.Key(1).Id))).Status);
            Assert.Equal(404, (await _rig.CallAsync(action, ("JobId", theirs.Key.Id))).Status);
            Assert.Equal("MissingParameter", (await _rig.CallAsync(action)).Code);
        }
    }

    [Fact]
    public async Task Answer_with_the_addresses_of_a_WebVTT_file()
    {
        var job = Of(ImsJobs.Succeeded());
        _rig.Jobs.Put(job);
        _rig.Make(job.Key, Shots(2, FrameOrderKind.WebVtt) with { Vtt = new ObjectRef("example-bucket", "out.vtt") });

        GoldenFile.Matches((await UrlsAsync(job)).Pretty, Folder);
    }

    [Fact]
    public async Task Addresses_come_in_pages_and_in_either_order()
    {
        var job = Of(ImsJobs.Succeeded());
        _rig.Jobs.Put(job);
        _rig.Make(job.Key, Shots(32));

        Assert.Equal(Enumerable.Range(1, 10), Numbers(await UrlsAsync(job)));
        Assert.Equal([31, 32], Numbers(await UrlsAsync(job, ("PageNumber", "2"), ("PageSize", "30"))));
        Assert.Equal([32, 31, 30], Numbers(await UrlsAsync(job, ("OrderBy", "Desc"), ("PageSize", "3"))));
        Assert.Empty(Numbers(await UrlsAsync(job, ("PageNumber", "9999999"))));
        Assert.Equal(32, (int?)(await UrlsAsync(job)).Json["Total"]);
    }

    [Fact]
    public async Task Addresses_of_an_asset_are_those_of_all_its_pictures()
    {
        Assert.Equal([1, 1, 2, 1], Numbers(await UrlsAsync(OfAsset())));
    }

    [Fact]
    public async Task A_job_that_has_not_succeeded_has_no_addresses()
    {
        var job = Of(ImsJobs.Waiting());
        _rig.Jobs.Put(job);

        Assert.Equal($$"""{"RequestId":"{{ImsRig.RequestId}}","Total":0,"SnapshotUrls":[]}""", (await UrlsAsync(job)).Body);
    }

    [Fact]
    public async Task A_bucket_that_the_account_lost_has_no_addresses()
    {
        var job = Of(ImsJobs.Succeeded());
        _rig.Jobs.Put(job);
        _rig.Make(job.Key, Shots(2, bucket: "lost-bucket"));

        Assert.Empty(Numbers(await UrlsAsync(job)));
    }

    [Theory]
    [InlineData("PageNumber", "0")]
    [InlineData("PageSize", "0")]
    [InlineData("PageSize", "31")]
    [InlineData("OrderBy", "asc")]
    [InlineData("Timeout", "0")]
    [InlineData("Timeout", "129601")]
    public async Task A_bad_parameter_is_refused(string parameter, string value)
    {
        var job = Of(ImsJobs.Waiting());
        _rig.Jobs.Put(job);

        Assert.Equal(
            (400, "InvalidParameter", $"The specified parameter \"{parameter}\" is not valid."),
            (await UrlsAsync(job, (parameter, value))).Error);
    }

    private static AnalysisJob Of(AnalysisJob job) => job with
    {
        Dialect = "ims-snapshots",
        SubmittedInput = Submitted,
        Extras = AnalysisExtras.None with { Frames = [new FrameOrder(FrameOrderKind.Snapshots) { Count = 3 }] },
    };

    private static FrameSet Shots(
        int count, FrameOrderKind kind = FrameOrderKind.Snapshots, string bucket = "example-bucket") => new(
        kind,
        [
            .. Enumerable.Range(1, count).Select(number =>
                new Picture(new ObjectRef(bucket, $"out/{number:D5}.jpg"), 320, 180, 1000, [number])),
        ]);

    private static IEnumerable<int> Numbers(WireAnswer answer) => answer.Json["SnapshotUrls"]!.AsArray()
        .Select(url => Path.GetFileNameWithoutExtension(new Uri((string)url!).AbsolutePath))
        .Select(name => int.Parse(name, CultureInfo.InvariantCulture));

    private AnalysisJob OfAsset()
    {
        var job = ImsJobs.Succeeded(9) with
        {
            Dialect = "ims-library-frames",
            SubmittedInput = "88c6ca184c0e47098a5b665e2a126797",
            Name = null,
            UserData = null,
            Extras = AnalysisExtras.None with
            {
                Frames = [new(FrameOrderKind.Cover), new(FrameOrderKind.Snapshots), new(FrameOrderKind.Sprite)],
            },
        };
        _rig.Jobs.Put(job);
        _rig.Make(
            job.Key,
            Shots(1, FrameOrderKind.Cover, "mediainfo-files"),
            Shots(2, bucket: "mediainfo-files"),
            Shots(1, FrameOrderKind.Sprite, "mediainfo-files"));
        return job;
    }

    private Task<WireAnswer> GetAsync(AnalysisJob job) => _rig.CallAsync("GetSnapshotJob", ("JobId", job.Key.Id));

    private Task<WireAnswer> UrlsAsync(AnalysisJob job, params (string, string)[] more) =>
        _rig.CallAsync("GetSnapshotUrls", [("JobId", job.Key.Id), .. more]);
}
