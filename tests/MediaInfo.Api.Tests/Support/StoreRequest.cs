using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Tests.Support;

/// <summary>A range that was asked of storage.</summary>
public sealed record StoreRequest(ObjectRef Source, long Offset, long Count, string? ETag);
