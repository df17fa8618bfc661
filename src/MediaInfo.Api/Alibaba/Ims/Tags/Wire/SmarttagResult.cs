namespace MediaInfo.Api.Alibaba.Ims.Tags.Wire;

/// <summary>One kind of finding. Source: "QuerySmarttagJob", response elements.</summary>
/// <param name="Type">NLP, OCR, ASR, Meta, or a type of the operator's own recogniser, such as VideoLabel.</param>
/// <param name="Data">The findings as JSON text.</param>
public sealed record SmarttagResult(string Type, string Data);
