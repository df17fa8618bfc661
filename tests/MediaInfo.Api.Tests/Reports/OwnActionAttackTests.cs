using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Media;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Reports;

/// <summary>What a caller tries who wants to see more than their own jobs, or to confuse a list.</summary>
public sealed class OwnActionAttackTests : IDisposable
{
    private static readonly string[] OfAJob = ["GetJob", "GetJobDescription", "GetProbeReport", "GetBitRate", "GetPictures"];
    private static readonly string[] Dialects = ["mps", "mps-snapshots", "ims", "ims-library-tags", "ims-snapshots", "mpc"];

    private readonly MemoryJobs _jobs = new();
    private readonly ApiRig _rig;

    public OwnActionAttackTests() => _rig = new ApiRig(
        services => services.AddSingleton<IJobStore>(_jobs).AddSingleton<IJobIndex>(_jobs));

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("{id}")]
    [InlineData("{ID}")]
    [InlineData(" {id}")]
    [InlineData("{id} ")]
    [InlineData("{number}")]
    [InlineData("0{number}")]
    [InlineData("+{number}")]
    [InlineData("{account}/{id}")]
    [InlineData("../{account}/{id}")]
    [InlineData("..%2f{account}%2f{id}")]
    [InlineData("{account}\\{id}")]
    [InlineData("{id}.json")]
    [InlineData("%")]
    [InlineData("*")]
    [InlineData("{id},{id}")]
    [InlineData("'--")]
    public async Task A_job_of_another_account_is_not_there_whatever_its_id_is_called(string form)
    {
        foreach (var (index, dialect) in Dialects.Index())
        {
            var theirs = await AddTheirsAsync(dialect, index + 1);
            var id = form
                .Replace("{id}", theirs.Id, StringComparison.Ordinal)
                .Replace("{ID}", theirs.Id.ToUpperInvariant(), StringComparison.Ordinal)
                .Replace("{number}", JobNumber.Of(theirs), StringComparison.Ordinal)
                .Replace("{account}", theirs.Account, StringComparison.Ordinal);
            foreach (var action in OfAJob)
            {
                Assert.Equal("InvalidJobId.NotFound", (await SendAsync(action, ("JobId", id))).Code);
            }
        }
    }

    [Fact]
    public async Task A_list_has_no_job_of_another_account_also_with_its_token()
    {
        for (var i = 1; i <= 4; i++)
        {
            await AddTheirsAsync("mps", i);
            await AddAsync(ApiJobs.Waiting(ApiJobs.Key(10 + i)));
        }

        var theirs = await _rig.SendAsync(Call("ListJobs", ("MaxResults", "2")).By("otherid", "othersecret"));
        var ours = await SendAsync("ListJobs", ("NextToken", (string)theirs.Json["NextToken"]!));

        Assert.Equal(2, theirs.Json["Jobs"]!.AsArray().Count);
        Assert.Equal(Enumerable.Range(11, 4).Select(i => ApiJobs.Key(i).Id), IdsOf(ours));
    }

    [Theory]
    [InlineData("n")]
    [InlineData("bjg4YzZjYTE4NGMwZTQ3MDk4YTViNjY1ZTJhMTI2Nzk")]
    [InlineData("bzg4YzZjYTE4NGMwZTQ3MDk4YTViNjY1ZTJhMTI2Nzk3")]
    [InlineData("bjg4QzZDQTE4NEMwRTQ3MDk4QTVCNjY1RTJBMTI2Nzk3")]
    [InlineData("bi4uLzEwMDAwMDAwMDAwMDAwMDIvMDAwMDAwMDAwMDAw")]
    [InlineData("%%%")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("\u0000\uFFFF")]
    public async Task A_token_that_was_never_given_is_refused(string token) => Assert.Equal(
        "InvalidParameter.NextToken", (await SendAsync("ListJobs", ("NextToken", token))).Code);

    [Fact]
    public async Task A_huge_token_is_refused() => Assert.Equal(
        "InvalidParameter.NextToken", (await SendAsync("ListJobs", ("NextToken", new string('n', 3_000)))).Code);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000000000")]
    [InlineData("99999999999999999999")]
    [InlineData("1e2")]
    [InlineData("+5")]
    [InlineData(" 5")]
    [InlineData("0x5")]
    [InlineData("٥")]
    public async Task A_size_out_of_range_is_refused(string size) => Assert.Equal(
        "InvalidParameter.MaxResults", (await SendAsync("ListJobs", ("MaxResults", size))).Code);

    [Theory]
    [InlineData("State")]
    [InlineData("Dialect")]
    [InlineData("Work")]
    [InlineData("Source")]
    [InlineData("StartTime")]
    [InlineData("EndTime")]
    [InlineData("MaxResults")]
    [InlineData("NextToken")]
    public async Task An_empty_parameter_is_none(string name)
    {
        await AddAsync(ApiJobs.Waiting());

        Assert.Single(IdsOf(await SendAsync("ListJobs", (name, ""))));
    }

    [Fact]
    public async Task Pages_with_every_filter_have_each_job_once_while_jobs_arrive_change_and_go()
    {
        var created = ApiJobs.CreatedAt;
        var wanted = Enumerable.Range(1, 40).Select(i => Numbered(created, i)).ToList();
        foreach (var (i, key) in wanted.Index())
        {
            await AddAsync(ApiJobs.Waiting(key) with { Dialect = i % 2 == 0 ? "ims" : "ims-library" });
            await AddAsync(ApiJobs.Waiting(Numbered(created, 100 + i)) with { Dialect = "mps" });
            await AddAsync(ApiJobs.Failed(Numbered(created, 200 + i)) with { Dialect = "ims" });
            var earlier = created.AddDays(-1);
            await AddAsync(ApiJobs.Waiting(Numbered(earlier, i)) with { Dialect = "ims", CreatedAt = earlier });
        }

        var found = new List<string>();
        var token = "";
        for (var page = 0; ; page++)
        {
            var answer = await SendAsync(
                "ListJobs",
                ("State", "Waiting,Running"),
                ("Dialect", "ims"),
                ("Work", "analysis"),
                ("Source", "dir/SAMPLE"),
                ("StartTime", "2024-02-29T12:00:00Z"),
                ("EndTime", "2024-02-29T12:00:00Z"),
                ("MaxResults", "7"),
                ("NextToken", token));
            found.AddRange(IdsOf(answer));
            if ((string?)answer.Json["NextToken"] is not { } next)
            {
                break;
            }

            // One more that is newer than all, and the one that the token names is gone.
            await AddAsync(ApiJobs.Waiting(Numbered(created.AddSeconds(1), page)) with { Dialect = "ims" });
            _jobs.Drop(new JobKey(ApiRig.Account, found[^1]));
            token = next;
            Assert.InRange(page, 0, 20);
        }

        Assert.Equal(wanted.Select(key => key.Id), found);
    }

    [Fact]
    public async Task A_token_of_an_older_page_with_a_newer_bound_has_no_job()
    {
        await AddAsync(ApiJobs.Waiting(Numbered(ApiJobs.CreatedAt, 1)));
        await AddAsync(ApiJobs.Waiting(Numbered(ApiJobs.CreatedAt, 2)));
        var first = await SendAsync("ListJobs", ("MaxResults", "1"));

        var answer = await SendAsync(
            "ListJobs", ("NextToken", (string)first.Json["NextToken"]!), ("StartTime", "2024-03-01T00:00:00Z"));

        Assert.Empty(IdsOf(answer));
        Assert.Null(answer.Json["NextToken"]);
    }

    [Theory]
    [InlineData("mps")]
    [InlineData("mps-snapshots")]
    [InlineData("ims")]
    [InlineData("ims-library-tags")]
    [InlineData("ims-snapshots")]
    [InlineData("mpc")]
    public async Task Each_kind_of_job_is_found_by_the_id_that_lists_have(string dialect)
    {
        await AddAsync(ApiJobs.Succeeded(dialect is "mpc" ? Mpc(ApiRig.Account) : ApiJobs.Key()) with { Dialect = dialect });

        var id = Assert.Single(IdsOf(await SendAsync("ListJobs")));

        Assert.Equal(id, (string?)(await SendAsync("GetJob", ("JobId", id))).Json["Job"]!["JobId"]);
        Assert.Equal("NoPackets", (await SendAsync("GetBitRate", ("JobId", id))).Code);
        Assert.Equal("NoPictures", (await SendAsync("GetPictures", ("JobId", id))).Code);
    }

    [Fact]
    public async Task An_expired_job_is_gone_with_all_its_parts()
    {
        var job = await AddAsync(ApiJobs.Succeeded());
        _jobs.Drop(job.Key);

        foreach (var action in OfAJob)
        {
            Assert.Equal("InvalidJobId.NotFound", (await SendAsync(action, ("JobId", job.Key.Id))).Code);
        }

        Assert.Empty(IdsOf(await SendAsync("ListJobs")));
    }

    private static RpcRequest Call(string action, params (string, string)[] parameters) =>
        RpcRequest.Of(action, [("Version", "2026-01-01"), .. parameters]);

    private static IEnumerable<string> IdsOf(WireAnswer answer) =>
        answer.Json["Jobs"]!.AsArray().Select(job => (string)job!["JobId"]!);

    private static JobKey Mpc(string account, int number = 7967) => new(account, JobNumber.Find(account, $"{number}")!);

    private static JobKey Numbered(DateTimeOffset created, int number) =>
        new(ApiRig.Account, new IdSource().NewJobId(created)[..12] + $"{number:x20}");

    private Task<WireAnswer> SendAsync(string action, params (string, string)[] parameters) =>
        _rig.SendAsync(Call(action, parameters));

    // With all that an action could show.
    private async Task<JobKey> AddTheirsAsync(string dialect, int number)
    {
        var key = dialect is "mpc" ? Mpc(ApiRig.OtherAccount, number) : ApiJobs.Key(number, ApiRig.OtherAccount);
        await _jobs.AddAsync(
            ApiJobs.Succeeded(key) with
            {
                Dialect = dialect,
                Extras = AnalysisExtras.None with { Frames = [new FrameOrder(FrameOrderKind.Snapshots)] },
            },
            CancellationToken.None);
        var profile = new BitRateProfile(0.25m, [new StreamBitRate(0, "video", [1], [])]);
        await _rig.Get<JobResults>().AddAsync(key, new PacketCounts([]) { BitRates = profile }, CancellationToken.None);
        await _rig.Get<FrameResults>().AddAsync(key, new FrameSets([], ProbeUsage.Zero, ETag: null), CancellationToken.None);
        return key;
    }

    private async Task<AnalysisJob> AddAsync(AnalysisJob job) => (await _jobs.AddAsync(job, CancellationToken.None))!.Job;
}
