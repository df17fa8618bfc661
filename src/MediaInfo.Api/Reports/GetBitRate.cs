using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Reports.Wire;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;

namespace MediaInfo.Api.Reports;

/// <summary>
/// GetBitRate, our own action: how the bit rate of each stream changes over time, and where the key frames are, of a finished
/// job that read every packet.
/// </summary>
public sealed class GetBitRate(JobLookup jobs, JobResults results) : OwnAction
{
    private const int BitsPerByte = 8;

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (job, error) = await jobs.FindSucceededAsync(call, cancellationToken);
        if (job is null)
        {
            return error!;
        }

        if (await results.FindBitRatesAsync(job.Key, cancellationToken) is not { } profile)
        {
            return ReportErrors.NoPackets;
        }

        var body = new GetBitRateResponse(
            call.RequestId,
            profile.Interval,
            profile.Duration,
            [.. profile.Streams.Select(stream => RatesOf(stream, profile.Interval))]);
        return RpcAnswer.Ok(body, ReportJson.Wire.GetBitRateResponse);
    }

    private static StreamRates RatesOf(StreamBitRate stream, decimal interval) => new(
        stream.Index,
        stream.Type,
        [.. stream.Bytes.Select(bytes => (long)Math.Round(bytes * BitsPerByte / interval))],
        stream.KeyFrames,
        stream.Type is "video" ? stream.KeyFrameCount : null);
}
