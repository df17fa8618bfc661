namespace MediaInfo.Api.Alibaba.Ims.Tags.Wire;

/// <summary>What a tag job worked on. Source: the SDK's model of QuerySmarttagJob.</summary>
/// <param name="Usage">One for each recogniser.</param>
public sealed record SmarttagUsageList(IReadOnlyList<SmarttagUsage> Usage);
