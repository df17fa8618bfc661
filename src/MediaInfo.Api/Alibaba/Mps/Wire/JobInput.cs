namespace MediaInfo.Api.Alibaba.Mps.Wire;

/// <summary>A job's input as submitted; Object may be percent-encoded.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Location">The region.</param>
/// <param name="Object">The object's key.</param>
public sealed record JobInput(string? Bucket, string? Location, string? Object);
