namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>A job's input as submitted; Object may be percent-encoded. Source: "SubmitMediaInfoJob".</summary>
/// <param name="Bucket">The bucket. Required.</param>
/// <param name="Location">The region, one of <c>Objects:Locations</c>. Required.</param>
/// <param name="Object">The object's key, percent-encoded once. Required.</param>
public sealed record JobInput(string? Bucket, string? Location, string? Object);
