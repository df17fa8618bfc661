using System.Globalization;
using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Mps.Actions;

/// <summary>SearchPipeline: the account's pipelines, page by page.</summary>
/// <remarks>Source: "SearchPipeline" of ApsaraVideo Media Processing.</remarks>
/// <parameter name="State" otherwise="All" example="Active" values="All,Active,Paused">All, Active or Paused.</parameter>
/// <parameter name="PageNumber" otherwise="1" example="2" type="integer" min="1" max="2147483647">The page, from 1.</parameter>
/// <parameter name="PageSize" otherwise="10" example="50" type="integer" min="1" max="100">
/// Pipelines per page, 1 to 100.
/// </parameter>
public sealed class SearchPipeline(PipelineDirectory pipelines) : MpsAction
{
    private const int DefaultPageSize = 10;
    private const int MaxPageSize = 100;

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var state = call.Parameters["State"] ?? "All";
        if (state is not ("All" or "Active" or "Paused"))
        {
            return MpsErrors.Invalid("State");
        }

        if (!TryParse(call.Parameters["PageNumber"], otherwise: 1, int.MaxValue, out var number))
        {
            return MpsErrors.OutOfRange("PageNumber");
        }

        if (!TryParse(call.Parameters["PageSize"], DefaultPageSize, MaxPageSize, out var size))
        {
            return MpsErrors.OutOfRange("PageSize");
        }

        var all = await pipelines.ListAsync(call.Account, cancellationToken);
        var matches = all
            .Where(pipeline => state is "All" || string.Equals(pipeline.State.ToString(), state, StringComparison.Ordinal))
            .ToList();
        var page = matches.Skip((int)Math.Min((number - 1L) * size, int.MaxValue)).Take(size);
        var body = new SearchPipelineResponse(
            call.RequestId,
            matches.Count,
            number,
            size,
            new PipelineList([.. page.Select(pipeline => MpsPipelines.Map(pipeline, withCreationTime: true))]));
        return RpcAnswer.Ok(body, MpsJson.Wire.SearchPipelineResponse);
    }

    private static bool TryParse(string? text, int otherwise, int max, out int number)
    {
        number = otherwise;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= max);
    }
}
