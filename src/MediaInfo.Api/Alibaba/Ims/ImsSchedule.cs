using System.Globalization;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>Reads the ScheduleConfig parameter: {"PipelineId", "Priority"}, both optional.</summary>
/// <parameter name="ScheduleConfig" otherwise="the default pipeline and priority 6" example='{"Priority":8}'>
/// JSON with the members PipelineId and Priority (1 to 10, higher first), both optional; or flattened as
/// ScheduleConfig.PipelineId and ScheduleConfig.Priority.
/// <member name="PipelineId">The pipeline.</member>
/// <member name="Priority" type="integer" min="1" max="10" otherwise="6" example="8">Higher first.</member>
/// </parameter>
public sealed class ImsSchedule(PipelineDirectory pipelines)
{
    private const string Parameter = "ScheduleConfig";

    /// <summary>The effective pipeline and priority, or why there are none.</summary>
    public async Task<(Wire.ScheduleConfig? Schedule, RpcError? Error)> ParseAsync(
        RpcCall call, CancellationToken cancellationToken)
    {
        if (!ObjectParameter.TryRead(call.Parameters, Parameter, out var parameter))
        {
            return (null, ImsErrors.Invalid(Parameter));
        }

        if (!TryParsePriority(parameter?["Priority"], out var priority))
        {
            return (null, ImsErrors.Invalid(Parameter + ".Priority"));
        }

        var pipeline = await pipelines.FindAsync(call.Account, parameter?["PipelineId"], cancellationToken);
        return pipeline is { State: not PipelineState.Deleted }
            ? (new Wire.ScheduleConfig(pipeline.Id, priority), null)
            : (null, ImsErrors.NotFound(Parameter + ".PipelineId"));
    }

    private static bool TryParsePriority(string? text, out int priority)
    {
        priority = AnalysisJob.DefaultPriority;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out priority)
                && priority is >= AnalysisJob.LowestPriority and <= AnalysisJob.HighestPriority);
    }
}
