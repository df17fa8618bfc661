using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Tests.Support;

/// <summary>MPS jobs in every state.</summary>
public static class ApiJobs
{
    public const string Input =
        """{"Bucket":"example-bucket","Location":"oss-cn-hangzhou","Object":"dir%2Fsample%20%E6%B5%8B%E8%AF%95.mp4"}""";

    public static readonly DateTimeOffset CreatedAt = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    public static JobKey Key(int number = 1, string account = ApiRig.Account) => new(account, $"{number:x32}");

    public static AnalysisJob Waiting(JobKey? key = null) => new()
    {
        Key = key ?? Key(),
        Dialect = "mps",
        RequestId = "46A04AA5-B119-41BB-B750-7C5327AC3E7A",
        CreatedAt = CreatedAt,
        Source = new ObjectRef("example-bucket", "dir/sample 测试.mp4"),
        SubmittedInput = Input,
        PipelineId = DefaultPipeline.IdOf(ApiRig.Account),
    };

    public static AnalysisJob Succeeded(JobKey? key = null) => Waiting(key) with
    {
        State = JobState.Succeeded,
        StartedAt = CreatedAt,
        EndedAt = CreatedAt.AddSeconds(1),
        Result = ResultPart.Streams,
        Usage = new ProbeUsage(3, 300_000, 250),
    };

    public static AnalysisJob Failed(JobKey? key = null, FailureReason reason = FailureReason.NotMedia) => Waiting(key) with
    {
        State = JobState.Failed,
        StartedAt = CreatedAt,
        EndedAt = CreatedAt.AddSeconds(1),
        Failure = new JobFailure(reason, "What happened."),
        Usage = ProbeUsage.Zero,
    };
}
