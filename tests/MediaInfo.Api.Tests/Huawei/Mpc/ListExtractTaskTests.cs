using System.Globalization;
using System.Text.Json.Nodes;
using MediaInfo.Api.Tests.Huawei.Mpc.Support;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Api.Tests.Huawei.Mpc;

public sealed class ListExtractTaskTests : IDisposable
{
    private static readonly string?[] Words =
        [null, "INIT", "WAITING", "PROCESSING", "PREPROCESSING", "SUCCEED", "FAILED", "CANCELED"];
    private readonly MpcRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_task_in_every_state()
    {
        _rig.Jobs.Put(MpcJobs.Waiting(7971));
        _rig.Jobs.Put(MpcJobs.Waiting(7970) with { State = JobState.Running, StartedAt = MpcJobs.CreatedAt.AddSeconds(1) });
        _rig.Jobs.Put(MpcJobs.Waiting(7969) with { State = JobState.Canceled, EndedAt = MpcJobs.CreatedAt.AddSeconds(1) });
        _rig.Jobs.Put(MpcJobs.Failed(7968));
        _rig.Jobs.Put(MpcJobs.Succeeded(7967));
        await _rig.DescribeAsync(MpcJobs.Succeeded(7967), FfprobeFixture.Describe("rotated.mp4"));

        var answer = await _rig.SendAsync(MpcRequest.List());

        Assert.Equal((200, "application/json; charset=UTF-8"), (answer.Status, answer.ContentType));
        GoldenFile.Matches(answer.Pretty, "Mpc");
    }

    [Fact]
    public async Task Ids_can_be_repeated_or_listed_and_override_the_other_parameters()
    {
        for (var number = 1; number <= 3; number++)
        {
            _rig.Jobs.Put(MpcJobs.Waiting(number));
        }

        var answer = await _rig.SendAsync(MpcRequest.List(
            ("task_id", "1"),
            ("task_id", "3, 2,,3, 03"),
            ("task_id", "99"),
            ("task_id", "no number"),
            ("status", "nonsense"),
            ("size", "0"),
            ("page", "x"),
            ("start_time", "x")));

        Assert.Equal((3, "3 2 1"), (TotalOf(answer), IdsOf(answer)));
    }

    [Fact]
    public async Task At_most_ten_ids_are_accepted()
    {
        var ids = string.Join(',', Enumerable.Range(1, 11));

        Assert.Equal("MPC.10202", (string?)(await _rig.SendAsync(MpcRequest.List(("task_id", ids)))).Json["error_code"]);
        Assert.Equal(200, (await _rig.SendAsync(MpcRequest.List(("task_id", ids[..^3])))).Status);
    }

    [Fact]
    public async Task Tasks_of_other_projects_accounts_and_dialects_are_unknown()
    {
        _rig.Jobs.Put(MpcJobs.Waiting(1) with { Project = "second-project" });
        _rig.Jobs.Put(MpcJobs.Waiting(2) with { Dialect = "mps" });
        _rig.Jobs.Put(MpcJobs.Waiting(3) with { Key = MpcJobs.Key(3, "1000000000000002") });
        _rig.Jobs.Put(MpcJobs.Waiting(4));

        Assert.Equal("4", IdsOf(await _rig.SendAsync(MpcRequest.List(("task_id", "1,2,3,4")))));
        Assert.Equal("4", IdsOf(await _rig.SendAsync(MpcRequest.List())));
        Assert.Equal("1", IdsOf(await _rig.SendAsync(MpcRequest.List() with { Project = "second-project" })));
        Assert.Equal(400, (await _rig.SendAsync(MpcRequest.Cancel("1"))).Status);
    }

    [Theory]
    [InlineData("status", "DONE")]
    [InlineData("status", "succeed")]
    [InlineData("page", "-1")]
    [InlineData("page", "1.5")]
    [InlineData("page", "99999999999")]
    [InlineData("size", "0")]
    [InlineData("size", "101")]
    [InlineData("size", " 5")]
    [InlineData("start_time", "2024022912000")]
    [InlineData("start_time", "20240230120000")]
    [InlineData("end_time", "2024-02-29T12:00:00Z")]
    public async Task An_invalid_parameter_is_refused_by_name(string name, string value)
    {
        var answer = await _rig.SendAsync(MpcRequest.List((name, value)));

        Assert.Equal((400, "MPC.10202"), (answer.Status, (string?)answer.Json["error_code"]));
        Assert.Equal("Invalid request parameter.", (string?)answer.Json["error_msg"]);
        Assert.StartsWith($"{name} ", (string?)answer.Json["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_its_paused_pipeline_holds_is_INIT_until_the_pipeline_is_active()
    {
        _rig.Jobs.Put(MpcJobs.Waiting(1) with { PipelineId = DefaultPipeline.IdOf(MpcRig.Account) });
        await SetStateAsync(PipelineState.Paused);

        Assert.Equal("INIT", await StatusOfAsync("1"));
        Assert.Equal("1", IdsOf(await _rig.SendAsync(MpcRequest.List(("status", "INIT")))));
        Assert.Equal("", IdsOf(await _rig.SendAsync(MpcRequest.List(("status", "WAITING")))));

        await SetStateAsync(PipelineState.Active);

        Assert.Equal("WAITING", await StatusOfAsync("1"));
        Assert.Equal("", IdsOf(await _rig.SendAsync(MpcRequest.List(("status", "INIT")))));
        Assert.Equal("1", IdsOf(await _rig.SendAsync(MpcRequest.List(("status", "WAITING")))));
    }

    [Fact]
    public async Task Empty_parameters_are_ignored_and_two_values_are_refused()
    {
        _rig.Jobs.Put(MpcJobs.Waiting(1));
        var empty =
            MpcRequest.List(("task_id", ""), ("status", ""), ("page", ""), ("size", ""), ("start_time", ""), ("end_time", ""));

        Assert.Equal("1", IdsOf(await _rig.SendAsync(empty)));
        Assert.Equal(400, (await _rig.SendAsync(MpcRequest.List(("page", "0"), ("page", "1")))).Status);
    }

    [Fact]
    public async Task Times_are_UTC_on_a_24_hour_clock()
    {
        var afternoon = new DateTimeOffset(2020, 11, 19, 23, 59, 58, TimeSpan.FromHours(8));
        _rig.Jobs.Put(MpcJobs.Waiting(afternoon.ToUnixTimeMilliseconds() * 4096) with { CreatedAt = afternoon });

        var answer = await _rig.SendAsync(MpcRequest.List(("start_time", "20201119155958"), ("end_time", "20201119155958")));

        Assert.Equal("20201119155958", (string?)answer.Json["tasks"]![0]!["create_time"]);
    }

    [Fact]
    public async Task Canceling_a_waiting_task_returns_an_empty_answer()
    {
        _rig.Jobs.Put(MpcJobs.Waiting(1));

        var answer = await _rig.SendAsync(MpcRequest.Cancel("1"));

        Assert.Equal((204, "", null), (answer.Status, answer.Body, answer.ContentType));
        Assert.Equal(JobState.Canceled, _rig.Job.State);
        Assert.Equal("1", IdsOf(await _rig.SendAsync(MpcRequest.List(("status", "CANCELED")))));
    }

    [Theory]
    [InlineData(JobState.Running)]
    [InlineData(JobState.Succeeded)]
    [InlineData(JobState.Failed)]
    [InlineData(JobState.Canceled)]
    public async Task A_task_that_is_no_longer_waiting_cannot_be_canceled(JobState state)
    {
        _rig.Jobs.Put(MpcJobs.Waiting(1) with { State = state });

        Assert.Equal("MPC.10212", (string?)(await _rig.SendAsync(MpcRequest.Cancel("1"))).Json["error_code"]);
        Assert.Equal(state, _rig.Job.State);
    }

    [Fact]
    public async Task A_cancellation_must_name_one_existing_task()
    {
        Assert.Equal("MPC.10202", (string?)(await _rig.SendAsync(MpcRequest.Cancel())).Json["error_code"]);
        Assert.Equal("MPC.10202", (string?)(await _rig.SendAsync(MpcRequest.Cancel("1", "2"))).Json["error_code"]);
        Assert.Equal("MPC.10212", (string?)(await _rig.SendAsync(MpcRequest.Cancel("1"))).Json["error_code"]);
        Assert.Equal("MPC.10212", (string?)(await _rig.SendAsync(MpcRequest.Cancel("x"))).Json["error_code"]);
    }

    [Fact]
    public async Task Lists_of_5000_tasks_match_a_brute_force_search()
    {
        var jobs = Seed(new Random(1), 5000);
        var random = new Random(2);
        for (var round = 0; round < 150; round++)
        {
            var status = Words[round % Words.Length];
            var start = random.Next(2) == 0 ? null : Time(random.Next(600));
            var end = random.Next(2) == 0 ? null : Time(random.Next(600));
            var size = random.Next(3) == 0 ? 10 : 1 + random.Next(100);
            var page = random.Next(4) == 0 ? random.Next(100) : random.Next(4);
            var project = random.Next(2) == 0 ? "local-project" : "second-project";

            var answer = await _rig.SendAsync(MpcRequest.List(
                ("status", status ?? ""),
                ("start_time", start ?? ""),
                ("end_time", end ?? ""),
                ("page", page.ToString(CultureInfo.InvariantCulture)),
                ("size", size.ToString(CultureInfo.InvariantCulture))) with { Project = project });

            var meant = jobs.Where(job => job.Dialect is "mpc"
                && job.Key.Account is MpcRig.Account
                && string.Equals(job.Project, project, StringComparison.Ordinal)
                && (status is null || string.Equals(
                    WordOf(job.State), status is "PREPROCESSING" ? "PROCESSING" : status, StringComparison.Ordinal))
                && (start is null || string.CompareOrdinal(TimeOf(job), start) >= 0)
                && (end is null || string.CompareOrdinal(TimeOf(job), end) <= 0)).ToList();
            var numbers = meant.Select(job => long.Parse(JobNumber.Of(job.Key), CultureInfo.InvariantCulture)).OrderDescending();
            Assert.Equal(meant.Count, TotalOf(answer));
            Assert.Equal(string.Join(' ', numbers.Skip(page * size).Take(size)), IdsOf(answer));
        }
    }

    private static string Time(int second) =>
        MpcJobs.CreatedAt.AddSeconds(second).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private static string TimeOf(AnalysisJob job) => job.CreatedAt.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private static string WordOf(JobState state) => state switch
    {
        JobState.Waiting => "WAITING",
        JobState.Running => "PROCESSING",
        JobState.Succeeded => "SUCCEED",
        JobState.Failed => "FAILED",
        _ => "CANCELED",
    };

    private async Task<string?> StatusOfAsync(string id) =>
        (string?)(await _rig.SendAsync(MpcRequest.List(("task_id", id)))).Json["tasks"]![0]!["status"];

    private async Task SetStateAsync(PipelineState state) => Assert.NotNull(await _rig.Get<PipelineService>().ChangeAsync(
        MpcRig.Account,
        DefaultPipeline.IdOf(MpcRig.Account),
        pipeline => pipeline with { State = state },
        CancellationToken.None));

    private static int TotalOf(WireAnswer answer) => (int)answer.Json["total"]!;

    private static string IdsOf(WireAnswer answer) =>
        string.Join(' ', answer.Json["tasks"]!.AsArray().Select(task => (string)((JsonObject)task!)["task_id"]!));

    // Several tasks a second over ten minutes, for two projects, two accounts and two dialects.
    private List<AnalysisJob> Seed(Random random, int count)
    {
        var jobs = new List<AnalysisJob>();
        for (var i = 0; i < count; i++)
        {
            var at = MpcJobs.CreatedAt.AddMilliseconds(random.Next(600_000));
            var number = (at.ToUnixTimeMilliseconds() * 4096) + (i % 4096);
            jobs.Add(MpcJobs.Waiting() with
            {
                Key = MpcJobs.Key(number, random.Next(10) == 0 ? "1000000000000002" : MpcRig.Account),
                CreatedAt = at,
                Dialect = random.Next(10) == 0 ? "ims" : "mpc",
                Project = random.Next(3) == 0 ? "second-project" : "local-project",
                State = (JobState)random.Next(5),
            });
        }

        jobs.ForEach(_rig.Jobs.Put);
        return [.. jobs.DistinctBy(job => job.Key)];
    }
}
