namespace MediaInfo.Api.Alibaba.Ims.Tags.Wire;

/// <summary>What a tag job found. Source: "QuerySmarttagJob", response elements.</summary>
/// <param name="Result">One for each kind of finding.</param>
public sealed record SmarttagResultList(IReadOnlyList<SmarttagResult> Result);
