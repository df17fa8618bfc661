using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Support;

/// <summary>IMS jobs in every state.</summary>
public static class ImsJobs
{
    public const string Media = "http://example-bucket.oss-cn-shanghai.aliyuncs.com/dir/%E8%A7%86%E9%A2%91%201.mp4";

    public static readonly DateTimeOffset CreatedAt = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Later jobs have smaller ids.</summary>
    public static JobKey Key(int number) => new(ImsRig.Account, $"{0xfe5e03a40405 - number:x12}{0:x20}");

    public static AnalysisJob Waiting(int number = 1) => new()
    {
        Key = Key(number),
        Dialect = "ims",
        RequestId = "31E30781-9495-5E2D-A84D-759B0A01E262",
        CreatedAt = CreatedAt,
        Source = new ObjectRef("example-bucket", "dir/视频 1.mp4"),
        SubmittedInput = $$"""{"Type":"OSS","Media":"{{Media}}"}""",
        PipelineId = "e37ebee5d98b4781897f6086e89f9c56",
        UserData = "user-data",
        Name = "job-name",
        Priority = 5,
    };

    public static AnalysisJob Succeeded(int number = 1) => Waiting(number) with
    {
        State = JobState.Succeeded,
        StartedAt = CreatedAt,
        EndedAt = CreatedAt.AddSeconds(1.9),
        Result = ResultPart.Streams,
    };

    public static AnalysisJob Failed(int number = 1, FailureReason reason = FailureReason.NotMedia) => Waiting(number) with
    {
        State = JobState.Failed,
        StartedAt = CreatedAt,
        EndedAt = CreatedAt.AddSeconds(1),
        Failure = new JobFailure(reason, "What happened."),
    };
}
