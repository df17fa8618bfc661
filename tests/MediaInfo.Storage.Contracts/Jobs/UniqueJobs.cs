using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Jobs;

/// <summary>Jobs that no other test uses.</summary>
public static class UniqueJobs
{
    private static readonly DateTimeOffset Now = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    public static JobKey NewKey(string? account = null) => new(account ?? Unique.Name("account"), Unique.Id());

    public static AnalysisJob New(string? account = null) => new()
    {
        Key = NewKey(account),
        Dialect = "mps",
        RequestId = "7B7CD2E4-9D0A-4C5B-9F6E-0C3A5E8D1F20",
        CreatedAt = Now,
        Source = new ObjectRef("example-bucket", "视频/a+b c.mp4"),
        SubmittedInput = """{"Bucket":"example-bucket","Object":"%E8%A7%86"}""",
        PipelineId = "00000000000000000000000000000001",
        UserData = "the caller's \"own\" <data> 🎬",
    };

    public static AnalysisJob Ended(this AnalysisJob job) => job with
    {
        State = JobState.Succeeded,
        StartedAt = Now.AddSeconds(1),
        EndedAt = Now.AddSeconds(2),
        Result = ResultPart.Description,
        Callback = CallbackResult.Delivered("message"),
    };
}
