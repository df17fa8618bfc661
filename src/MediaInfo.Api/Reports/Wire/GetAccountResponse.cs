namespace MediaInfo.Api.Reports.Wire;

/// <summary>The response of GetAccount.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Account">The account's id.</param>
/// <param name="Version">The version of this service.</param>
/// <param name="Host">standalone or functions.</param>
/// <param name="Locations">The locations that calls may name.</param>
/// <param name="Buckets">The buckets that the account may use.</param>
/// <param name="PipelineId">The account's default pipeline.</param>
/// <param name="Features">What this service does unasked, and what it can do.</param>
public sealed record GetAccountResponse(
    string RequestId,
    string Account,
    string Version,
    string Host,
    IReadOnlyList<AccountLocation> Locations,
    IReadOnlyList<AccountBucket> Buckets,
    string PipelineId,
    AccountFeatures Features)
{
    /// <summary>The first Huawei project of the account; absent for none.</summary>
    /// <example>local-project</example>
    public string? Project { get; init; }

    /// <summary>The queue that the default pipeline notifies; absent for none.</summary>
    public string? Queue { get; init; }

    /// <summary>The size up to which CreateUpload takes objects, in bytes; absent if it is off.</summary>
    public long? MaxUploadBytes { get; init; }
}
