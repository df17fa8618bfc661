using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Jobs.Story;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Reports;

public sealed class ListJobsTests : IDisposable
{
    private readonly MemoryJobs _jobs = new();
    private readonly ApiRig _rig;

    public ListJobsTests() => _rig = new ApiRig(
        services => services.AddSingleton<IJobStore>(_jobs).AddSingleton<IJobIndex>(_jobs));

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Jobs_of_every_dialect_and_state_are_listed_newest_first()
    {
        await AddAsync(ApiJobs.Succeeded(ApiJobs.Key(3)) with { Name = "holiday" });
        await AddAsync(ApiJobs.Failed(ApiJobs.Key(2)) with { Dialect = "ims-library-tags" });
        await AddAsync(ApiJobs.Waiting(ApiJobs.Key(1)) with { Dialect = "ims-snapshots", Priority = 9 });
        await AddAsync(ApiJobs.Waiting(ApiJobs.Key(0, ApiRig.OtherAccount)));

        GoldenFile.Matches((await _rig.SendAsync(Call())).Pretty, "Reports");
    }

    [Fact]
    public async Task A_job_of_MPC_has_its_number_as_its_id()
    {
        var key = new JobKey(ApiRig.Account, JobNumber.Find(ApiRig.Account, "7967")!);
        await AddAsync(ApiJobs.Waiting(key) with { Dialect = "mpc" });

        Assert.Equal(["7967"], await IdsAsync());
    }

    [Theory]
    [InlineData("State", "Waiting", "1 4")]
    [InlineData("State", "Failed,Waiting", "1 2 4")]
    [InlineData("Dialect", "ims", "1 2")]
    [InlineData("Dialect", "mps,mpc", "3 4")]
    [InlineData("Work", "analysis", "3 4")]
    [InlineData("Work", "snapshot", "1")]
    [InlineData("Work", "tags", "2")]
    [InlineData("Source", "BUCKET/dir", "1 2 3")]
    [InlineData("Source", "another", "4")]
    [InlineData("StartTime", "2024-02-29T12:00:00Z", "1 2 3 4")]
    [InlineData("StartTime", "2024-02-29T12:00:01Z", "")]
    [InlineData("EndTime", "2024-02-29T11:59:59Z", "")]
    [InlineData("MaxResults", "2", "1 2")]
    public async Task Filters_select_jobs(string parameter, string value, string expected)
    {
        await AddAsync(ApiJobs.Succeeded(Numbered(3)));
        await AddAsync(ApiJobs.Failed(Numbered(2)) with { Dialect = "ims-tags" });
        await AddAsync(ApiJobs.Waiting(Numbered(1)) with { Dialect = "ims-snapshots" });
        await AddAsync(ApiJobs.Waiting(Numbered(4)) with { Source = new ObjectRef("example-bucket", "Another.mp4") });

        var ids = await IdsAsync((parameter, value));

        Assert.Equal(expected, string.Join(' ', ids.Select(id => id[^1])));
    }

    [Theory]
    [InlineData("Attempted,GivenUp", "2 4")]
    [InlineData("GivenUp", "4")]
    [InlineData("Delivered", "3")]
    public async Task Jobs_are_found_by_what_became_of_their_messages(string messages, string expected)
    {
        await AddAsync(ApiJobs.Waiting(Numbered(1)));
        await AddAsync(Told(2, JobEventKind.CallbackAttempted));
        await AddAsync(Told(3, JobEventKind.CallbackAttempted, JobEventKind.CallbackDelivered));
        await AddAsync(Told(4, JobEventKind.CallbackAttempted, JobEventKind.CallbackGivenUp));

        var ids = await IdsAsync(("Message", messages));

        Assert.Equal(expected, string.Join(' ', ids.Select(id => id[^1])));
    }

    [Fact]
    public async Task A_message_that_was_given_up_is_found_behind_any_number_of_later_jobs()
    {
        for (var i = 1; i <= 370; i++)
        {
            await AddAsync(Told(i, JobEventKind.CallbackDelivered));
        }

        await AddAsync(Told(371, JobEventKind.CallbackGivenUp));

        Assert.Equal([Numbered(371).Id], await IdsAsync(("Message", "GivenUp")));
    }

    [Fact]
    public async Task Pages_have_every_job_once_also_with_a_filter_that_no_index_has()
    {
        for (var i = 1; i <= 7; i++)
        {
            await AddAsync(ApiJobs.Waiting(Numbered(i)));
            await AddAsync(ApiJobs.Waiting(Numbered(100 + i)) with { Source = new ObjectRef("example-bucket", "other") });
        }

        var found = new List<string>();
        string? token = null;
        do
        {
            var answer = await _rig.SendAsync(Call(("MaxResults", "3"), ("Source", "dir/sample"), ("NextToken", token ?? "")));
            found.AddRange(answer.Json["Jobs"]!.AsArray().Select(job => (string)job!["JobId"]!));
            token = (string?)answer.Json["NextToken"];
        }
        while (token is not null);

        Assert.Equal(Enumerable.Range(1, 7).Select(i => Numbered(i).Id), found);
    }

    [Fact]
    public async Task A_call_with_a_rare_source_reads_a_bounded_number_of_documents()
    {
        for (var i = 1; i <= 450; i++)
        {
            await AddAsync(ApiJobs.Waiting(Numbered(i)));
        }

        await AddAsync(ApiJobs.Waiting(Numbered(451)) with { Source = new ObjectRef("example-bucket", "rare") });

        var first = await _rig.SendAsync(Call(("Source", "rare")));
        var second = await _rig.SendAsync(Call(("Source", "rare"), ("NextToken", (string)first.Json["NextToken"]!)));

        Assert.Empty(first.Json["Jobs"]!.AsArray());
        Assert.Single(second.Json["Jobs"]!.AsArray());
        Assert.Null(second.Json["NextToken"]);
    }

    [Theory]
    [InlineData("State", "Waiting,Done")]
    [InlineData("State", "1")]
    [InlineData("Dialect", "mns")]
    [InlineData("Work", "Analysis")]
    [InlineData("Message", "Delivered,Lost")]
    [InlineData("StartTime", "yesterday")]
    [InlineData("EndTime", "2024-02-29")]
    [InlineData("MaxResults", "0")]
    [InlineData("MaxResults", "101")]
    [InlineData("NextToken", "x")]
    public async Task A_wrong_parameter_is_named(string parameter, string value) => Assert.Equal(
        (400, $"InvalidParameter.{parameter}", $"The specified parameter \"{parameter}\" is not valid."),
        (await _rig.SendAsync(Call((parameter, value)))).Error);

    [Fact]
    public async Task The_call_needs_its_own_permission() => Assert.Equal(
        (403, "Forbidden.RAM"),
        await _rig.SendAsync(Call().By("reader", "readersecret")) is { } answer ? (answer.Status, answer.Error.Code) : default);

    private static RpcRequest Call(params (string, string)[] parameters) =>
        RpcRequest.Of("ListJobs", [("Version", "2026-01-01"), .. parameters]);

    // Ids of this time, so that time bounds are met.
    private static JobKey Numbered(int number) =>
        new(ApiRig.Account, new IdSource().NewJobId(ApiJobs.CreatedAt)[..12] + $"{number:x20}");

    private static AnalysisJob Told(int number, params JobEventKind[] events) => ApiJobs.Succeeded(Numbered(number)) with
    {
        Story = new JobStory([.. events.Select(told => new JobEvent(ApiJobs.CreatedAt, told))]),
    };

    private async Task<IReadOnlyList<string>> IdsAsync(params (string, string)[] parameters)
    {
        var answer = await _rig.SendAsync(Call(parameters));
        Assert.Equal(200, answer.Status);
        return [.. answer.Json["Jobs"]!.AsArray().Select(job => (string)job!["JobId"]!)];
    }

    private async Task AddAsync(AnalysisJob job) => Assert.NotNull(await _jobs.AddAsync(job, CancellationToken.None));
}
