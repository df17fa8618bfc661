using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Huawei.Mpc.Actions;

/// <summary>POST: accepts a task and, with sync=1, waits a while for its metadata.</summary>
/// <remarks>
/// Source: "Creating a Video Parsing Task" of Media Processing Center. The body is a
/// <see href="#createtaskrequest">CreateTaskRequest</see>.
/// </remarks>
/// <body json="CreateTaskRequest"
/// example='{"input":{"bucket":"example-bucket","location":"region01","object":"demo/sample.mp4"},"sync":1}' />
public sealed class CreateExtractTask(
    MpcTaskBody body, JobService jobs, SynchronousAnalysis calls, MpcTaskMapper mapper, MpcOptions options) : IMpcAction
{
    /// <inheritdoc />
    public string Method => HttpMethods.Post;

    /// <inheritdoc />
    public string Name => nameof(CreateExtractTask);

    /// <inheritdoc />
    public async Task<MpcAnswer> InvokeAsync(MpcCall call, CancellationToken cancellationToken)
    {
        if (!MpcProtocol.IsJson(call.ContentType))
        {
            return MpcErrors.ContentType;
        }

        var (request, error) = body.Read(call.Account, call.Body);
        if (request is null)
        {
            return error!;
        }

        var analysis = ToAnalysis(call, request);
        var job = analysis.Synchronous
            ? await calls.RunAsync(analysis, options.SynchronousBudget, cancellationToken)
            : await jobs.SubmitAsync(analysis, cancellationToken);
        if (job.Synchronous && job.Failure is { } failure && MpcErrors.OfInput(JobNumber.Of(job.Key), failure) is { } unreadable)
        {
            return unreadable;
        }

        return MpcAnswer.Ok(await mapper.MapCreatedAsync(job, cancellationToken), MpcJson.Wire.CreateTaskResponse);
    }

    private static AnalysisRequest ToAnalysis(MpcCall call, Wire.CreateTaskRequest request) => new(
        call.Account,
        MpcApi.Dialect,
        call.RequestId,
        new ObjectRef(request.Input!.Bucket!, request.Input.Object!),
        MpcObjects.Write(new SubmittedObjects(request.Input, request.Output)),
        DefaultPipeline.IdOf(call.Account),
        request.UserData,
        Synchronous: request.Sync == 1)
    {
        Project = call.Project,
        IsNumbered = true,
    };
}
