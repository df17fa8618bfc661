using System.Globalization;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Tests.Huawei.Mpc.Support;

/// <summary>Tasks in every state.</summary>
public static class MpcJobs
{
    public const string Input = """{"bucket":"example-bucket","location":"region01","object":"example-path/输入 1.mp4"}""";

    public static readonly DateTimeOffset CreatedAt = new(2020, 11, 19, 10, 38, 21, TimeSpan.Zero);

    /// <summary>Larger numbers are newer.</summary>
    public static JobKey Key(long number = 7967, string account = MpcRig.Account) =>
        new(account, JobNumber.Find(account, number.ToString(CultureInfo.InvariantCulture))!);

    public static AnalysisJob Waiting(long number = 7967) => new()
    {
        Key = Key(number),
        Dialect = "mpc",
        Project = MpcRig.Project,
        RequestId = "46A04AA5-B119-41BB-B750-7C5327AC3E7A",
        CreatedAt = CreatedAt,
        Source = new ObjectRef("example-bucket", "example-path/输入 1.mp4"),
        SubmittedInput = $$$"""{"input":{{{Input}}}}""",
        PipelineId = DefaultPipeline.IdOf(MpcRig.Account),
        UserData = "user-data",
    };

    public static AnalysisJob Succeeded(long number = 7967) => Waiting(number) with
    {
        State = JobState.Succeeded,
        StartedAt = CreatedAt.AddSeconds(1),
        EndedAt = CreatedAt.AddSeconds(6.9),
        Result = ResultPart.Streams,
        Usage = new ProbeUsage(Requests: 2, Bytes: 40_960, Milliseconds: 31),
        SubmittedInput =
            $$$"""{"input":{{{Input}}},"output":{"bucket":"example-bucket","location":"region01","object":"example-path/output","file_name":"video_001.txt"}}""",
    };

    public static AnalysisJob Failed(long number = 7967, FailureReason reason = FailureReason.NotMedia) => Waiting(number) with
    {
        State = JobState.Failed,
        StartedAt = CreatedAt.AddSeconds(1),
        EndedAt = CreatedAt.AddSeconds(2),
        Failure = new JobFailure(reason, "What happened."),
    };
}
