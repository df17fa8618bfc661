namespace MediaInfo.Core.Objects.Uploads;

/// <summary>Where an object may be sent by PUT.</summary>
/// <param name="Url">The signed URL.</param>
/// <param name="Headers">Headers that the request must have.</param>
/// <param name="ExpiresAt">When the URL stops working, UTC.</param>
public sealed record UploadAddress(Uri Url, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt);
