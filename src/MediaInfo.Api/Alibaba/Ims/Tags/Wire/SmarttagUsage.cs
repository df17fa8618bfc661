namespace MediaInfo.Api.Alibaba.Ims.Tags.Wire;

/// <summary>How much a recogniser worked on. Source: the SDK's model of QuerySmarttagJob, which explains nothing.</summary>
/// <param name="Type">nlp, ocr, asr, or external for the operator's own recogniser.</param>
/// <param name="Quota">Seconds of the object, rounded up.</param>
public sealed record SmarttagUsage(string Type, long Quota);
