using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Tests.Support;

/// <summary>Numbered pipelines of <see cref="ApiRig.Account"/>. Higher numbers are newer.</summary>
public static class ApiPipelines
{
    public static string Id(int number) => $"{number:x32}";

    public static async Task<Pipeline> AddPipelineAsync(
        this ApiRig rig, int number, PipelineState state = PipelineState.Active, string account = ApiRig.Account)
    {
        var pipeline = new Pipeline
        {
            Id = Id(number),
            Name = $"pipeline-{number}",
            State = state,
            CreatedAt = ApiJobs.CreatedAt.AddMinutes(number),
            Speed = "Standard",
            SpeedLevel = 1,
            Role = "role",
            Notify = new NotifyTarget { QueueName = "my-queue", Url = "https://example.com/" },
        };
        Assert.True(await rig.Pipelines.WriteAsync(account, pipeline, etag: null, CancellationToken.None));
        return pipeline;
    }
}
