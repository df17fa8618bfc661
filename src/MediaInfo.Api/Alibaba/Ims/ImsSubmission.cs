using MediaInfo.Api.Alibaba.Ims.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>Reads the parameters of a call that submits a job, whether or not it waits for the result.</summary>
/// <parameter name="Config" otherwise="as the setting Analysis:Packets says" example='{"Packets":true}' ignores="true">
/// Our own, as in MPS: JSON with the members Packets (counts frames) or Deep, true or false. It reads the whole object.
/// <member name="Deep" type="boolean">The same as Packets.</member>
/// <member name="Packets" type="boolean">Counts frames.</member>
/// </parameter>
public sealed class ImsSubmission(ImsInput input, ImsSchedule schedule)
{
    /// <summary>What to analyse, or why the call is refused.</summary>
    /// <param name="call">The call.</param>
    /// <param name="synchronous">Whether the caller waits for the result.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<(AnalysisRequest? Request, RpcError? Error)> ParseAsync(
        RpcCall call, bool synchronous, CancellationToken cancellationToken)
    {
        if (ImsJobTexts.Problem(call) is { } problem)
        {
            return (null, problem);
        }

        var (digest, packets, member) = WorkConfig.Parse(call.Parameters["Config"]);
        if (member is not null)
        {
            return (null, ImsErrors.Invalid($"Config.{member}"));
        }

        var (source, submitted, inputError) = await input.ParseAsync(call, cancellationToken);
        if (source is null || submitted is null)
        {
            return (null, inputError);
        }

        var (effective, scheduleError) = await schedule.ParseAsync(call, cancellationToken);
        return effective is null ? (null, scheduleError) : (Request(call, source, submitted, effective, synchronous) with
        {
            FormKey = input.FormKeyOf(submitted),
            Digest = digest,
            Packets = packets,
        }, null);
    }

    private static AnalysisRequest Request(
        RpcCall call, ObjectRef source, JobInput submitted, ScheduleConfig effective, bool synchronous) => new(
        call.Account,
        ImsApi.Dialect,
        call.RequestId,
        source,
        ImsInput.Write(submitted),
        effective.PipelineId,
        ImsJobTexts.UserDataOf(call),
        synchronous)
    {
        Name = ImsJobTexts.NameOf(call),
        Priority = effective.Priority,
    };
}
