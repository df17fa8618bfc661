using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Reports.Wire;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Api.Reports;

/// <summary>GetAccount, our own action: what the calling account may use, and what this service can do.</summary>
public sealed class GetAccount(
    ServiceHost host,
    ObjectOptions objects,
    ObjectAccess access,
    AnalysisOptions analysis,
    UploadOptions uploads,
    IFrameReader frames) : OwnAction
{
    private const string Everything = "*";
    private const string AlibabaPrefix = "oss-";

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var account = call.Caller.Account;
        var features = new AccountFeatures(
            await frames.FindProblemAsync(cancellationToken) is null, analysis.Packets, analysis.Digest, uploads.Enabled);
        var body = new GetAccountResponse(
            call.RequestId,
            account.Id,
            ProductVersion.Current,
            host.Name,
            [.. objects.Locations.Select(location => new AccountLocation(location, DialectOf(location)))],
            BucketsOf(account),
            DefaultPipeline.IdOf(account.Id),
            features)
        {
            Project = account.ProjectIds is [var project, ..] ? project : null,
            Queue = account.CallbackQueue,
            MaxUploadBytes = uploads.Enabled ? uploads.MaxBytes : null,
        };
        return RpcAnswer.Ok(body, ReportJson.Wire.GetAccountResponse);
    }

    private static string DialectOf(string location) =>
        location.StartsWith(AlibabaPrefix, StringComparison.Ordinal) ? "mps" : "mpc";

    // The outer bound names buckets; without one, the grants are all that is known.
    private IReadOnlyList<AccountBucket> BucketsOf(Account account) =>
        objects.Buckets.Count > 0
            ? [.. objects.Buckets
                .Where(bucket => access.MayRead(account.Id, bucket))
                .Select(bucket => new AccountBucket(bucket, access.MayWrite(account.Id, bucket)))]
        : account.Buckets.Count == 0 ? [new AccountBucket(Everything, Write: true)]
        : [.. account.Buckets.Select(grant => new AccountBucket(grant.Name, grant.Access == BucketAccess.ReadWrite))];
}
