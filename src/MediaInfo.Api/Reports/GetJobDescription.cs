using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Reports.Wire;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Reports;

/// <summary>
/// GetJobDescription, our own action: the description of a finished job in the form of any API, whichever the job came by.
/// </summary>
/// <parameter name="As" otherwise="report" type="string" values="mps,ims,mpc,report,ffprobe" example="mps">
/// The form: mps, ims, mpc, report (as GetProbeReport) or ffprobe.
/// </parameter>
public sealed class GetJobDescription(
    JobLookup jobs, JobResults results, OssUrl urls, IEnumerable<IDescriptionFormat> formats) : OwnAction
{
    private const string Form = "As";
    private const string Otherwise = "report";

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var name = call.Parameters[Form] ?? Otherwise;
        if (formats.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.Ordinal)) is not { } format)
        {
            return ReportErrors.Invalid(Form);
        }

        var (job, error) = await jobs.FindSucceededAsync(call, cancellationToken);
        if (job is null)
        {
            return error!;
        }

        var result = await results.ReportOfAsync(job, cancellationToken);
        var address = urls.AddressOf(job.Source);
        var file = new DescribedFile(result, job.Usage ?? ProbeUsage.Zero, job.Source.FileName, OssUrl.Of(address))
        {
            Stored = address,
        };
        return RpcAnswer.Ok(
            new GetJobDescriptionResponse(call.RequestId, name, format.Write(file)),
            ReportJson.Wire.GetJobDescriptionResponse);
    }
}
