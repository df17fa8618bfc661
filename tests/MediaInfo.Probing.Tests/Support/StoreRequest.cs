using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>A range requested from storage.</summary>
public sealed record StoreRequest(ObjectRef Source, long Offset, long Count, string? ETag);
