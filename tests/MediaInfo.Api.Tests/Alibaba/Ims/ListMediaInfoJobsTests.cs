using MediaInfo.Api.Tests.Alibaba.Ims.Support;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Api.Tests.Alibaba.Ims;

public sealed class ListMediaInfoJobsTests : IDisposable
{
    private const string Action = "ListMediaInfoJobs";

    private readonly ImsRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Answer_of_a_list()
    {
        _rig.Describe(ImsJobs.Key(2), FfprobeFixture.Describe("sound.mp3"));
        _rig.Jobs.Put(ImsJobs.Succeeded(2));
        _rig.Jobs.Put(ImsJobs.Failed(1));
        _rig.Jobs.Put(ImsJobs.Waiting(3));

        GoldenFile.Matches((await _rig.CallAsync(Action, ("PageSize", "2"))).Pretty, "Ims");
    }

    [Fact]
    public async Task A_list_without_jobs_is_empty()
    {
        var answer = await _rig.CallAsync(Action);

        Assert.Equal($$"""{"RequestId":"{{ImsRig.RequestId}}","Jobs":[]}""", answer.Body);
    }

    [Fact]
    public async Task A_page_has_ten_jobs_by_default()
    {
        Put(120);

        Assert.Equal(10, (await IdsAsync()).Count);
        Assert.Equal(100, (await IdsAsync(("PageSize", "100"))).Count);
    }

    [Theory]
    [InlineData("CreateTimeDesc", 3, 1)]
    [InlineData("CreateTimeAsc", 1, 3)]
    public async Task In_both_orders_the_next_page_continues_where_the_last_one_ended(string order, int first, int last)
    {
        Put(3);
        var page = await _rig.CallAsync(Action, ("OrderBy", order), ("PageSize", "2"));

        var rest = await _rig.CallAsync(
            Action, ("OrderBy", order), ("PageSize", "2"), ("NextPageToken", (string)page.Json["NextPageToken"]!));

        Assert.Equal([ImsJobs.Key(first).Id, ImsJobs.Key(2).Id], Ids(page));
        Assert.Equal([ImsJobs.Key(last).Id], Ids(rest));
        Assert.Null(rest.Json["NextPageToken"]);
    }

    [Theory]
    [InlineData("Init", new[] { JobState.Waiting, JobState.Running })]
    [InlineData("Success", new[] { JobState.Succeeded })]
    [InlineData("Fail", new[] { JobState.Failed, JobState.Canceled })]
    public async Task A_status_filter_matches_its_states(string status, JobState[] states)
    {
        foreach (var state in Enum.GetValues<JobState>())
        {
            _rig.Jobs.Put(ImsJobs.Waiting((int)state) with { State = state });
        }

        Assert.Equal(states.Reverse().Select(state => ImsJobs.Key((int)state).Id), await IdsAsync(("Status", status)));
    }

    [Fact]
    public async Task An_id_finds_its_job_only_if_the_other_filters_match()
    {
        Put(3);
        var id = ImsJobs.Key(2).Id;

        Assert.Equal([id], await IdsAsync(("JobId", id), ("Status", "Init")));
        Assert.Empty(await IdsAsync(("JobId", id), ("Status", "Fail")));
        Assert.Empty(await IdsAsync(("JobId", id), ("EndOfCreateTime", "2024-02-29T11:59:59Z")));
        Assert.Empty(await IdsAsync(("JobId", "unknown")));
        Assert.Equal(0, _rig.Jobs.NamesRead);
    }

    [Fact]
    public async Task Both_time_bounds_are_inclusive()
    {
        var ids = new IdSource();
        var jobs = new[] { -1, 0, 999, 1000 }.Select(milliseconds => ImsJobs.CreatedAt.AddMilliseconds(milliseconds))
            .Select(at => ImsJobs.Waiting() with { Key = new JobKey(ImsRig.Account, ids.NewJobId(at)), CreatedAt = at })
            .ToList();
        jobs.ForEach(_rig.Jobs.Put);
        const string Second = "2024-02-29T12:00:00Z";

        Assert.Equal(
            [jobs[2].Key.Id, jobs[1].Key.Id], await IdsAsync(("StartOfCreateTime", Second), ("EndOfCreateTime", Second)));
        Assert.Equal(3, (await IdsAsync(("StartOfCreateTime", Second))).Count);
        Assert.Equal(3, (await IdsAsync(("EndOfCreateTime", Second))).Count);
        Assert.Empty(await IdsAsync(("StartOfCreateTime", Second), ("EndOfCreateTime", "2024-02-29T11:59:59Z")));
        Assert.Equal(
            4,
            (await IdsAsync(("StartOfCreateTime", "0001-01-01T00:00:00Z"), ("EndOfCreateTime", "9999-12-31T23:59:59Z"))).Count);
    }

    [Theory]
    [InlineData("Status", "init")]
    [InlineData("OrderBy", "CreationTime:Desc")]
    [InlineData("PageSize", "0")]
    [InlineData("PageSize", "101")]
    [InlineData("PageSize", "-1")]
    [InlineData("PageSize", "1e1")]
    [InlineData("StartOfCreateTime", "2024-02-29")]
    [InlineData("EndOfCreateTime", "2024-02-30T00:00:00Z")]
    [InlineData("NextPageToken", "2")]
    public async Task A_bad_parameter_is_refused(string parameter, string value)
    {
        var answer = await _rig.CallAsync(Action, (parameter, value));

        Assert.Equal(
            (400, "InvalidParameter", $"The specified parameter \"{parameter}\" is not valid."),
            (answer.Status, answer.Code, answer.Message));
    }

    private static List<string> Ids(WireAnswer answer) =>
        [.. answer.Json["Jobs"]!.AsArray().Select(job => (string)job!["JobId"]!)];

    private async Task<List<string>> IdsAsync(params (string, string)[] parameters) =>
        Ids(await _rig.CallAsync(Action, parameters));

    private void Put(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            _rig.Jobs.Put(ImsJobs.Waiting(number));
        }
    }
}
