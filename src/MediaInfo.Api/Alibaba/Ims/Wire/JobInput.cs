namespace MediaInfo.Api.Alibaba.Ims.Wire;

/// <summary>What a job analyses, as submitted. Source: "SubmitMediaInfoJob".</summary>
/// <param name="Type">OSS or Media.</param>
/// <param name="Media">An object's URL or a media asset's id.</param>
public sealed record JobInput(string Type, string Media);
