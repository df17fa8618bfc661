using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.TestSupport.Jobs;

/// <summary>Jobs in every state.</summary>
public static class TestJobs
{
    public const string Account = "1000000000000001";

    public static readonly DateTimeOffset CreatedAt = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset StartedAt = CreatedAt.AddSeconds(1);

    public static readonly DateTimeOffset EndedAt = CreatedAt.AddSeconds(2);

    public static ObjectRef Source { get; } = new("example-bucket", "dir/sample.mp4");

    public static JobKey Key(int number = 1, string account = Account) => new(account, $"{number:x32}");

    public static AnalysisJob Waiting(JobKey? key = null, AnalysisExtras? extras = null) => new()
    {
        Key = key ?? Key(),
        Dialect = "mps",
        RequestId = "7B7CD2E4-9D0A-4C5B-9F6E-0C3A5E8D1F20",
        CreatedAt = CreatedAt,
        Source = Source,
        SubmittedInput = """{"Bucket":"example-bucket","Location":"oss-cn-hangzhou","Object":"dir%2Fsample.mp4"}""",
        PipelineId = TestPipelines.DefaultId,
        UserData = "mine",
        Extras = extras ?? AnalysisExtras.None,
    };

    public static AnalysisJob In(JobState state, JobKey? key = null, AnalysisExtras? extras = null) => Waiting(key, extras) with
    {
        State = state,
        StartedAt = state is JobState.Waiting or JobState.Canceled ? null : StartedAt,
        EndedAt = JobTransitions.IsFinal(state) ? EndedAt : null,
    };

    public static AnalysisRequest Request(string account = Account) => new(
        account, "mps", "7B7CD2E4-9D0A-4C5B-9F6E-0C3A5E8D1F20", Source, "input as sent", "pipeline", "mine", Synchronous: true);
}
