namespace MediaInfo.Api.Reports.Wire;

/// <summary>Where an object may be sent. Source: our own.</summary>
/// <param name="Url">The signed address. Whoever has it can send the object, so it is a secret until it expires.</param>
/// <param name="Method">PUT.</param>
/// <param name="Headers">Headers that the request must have, beside those of every request.</param>
/// <param name="ExpiresAt">When the address stops working: ISO 8601, UTC.</param>
/// <param name="MaxBytes">
/// The size that the address was made for, in bytes. The embedded store takes no other size. Azure Storage can't check it.
/// </param>
public sealed record Upload(
    string Url, string Method, IReadOnlyDictionary<string, string> Headers, string ExpiresAt, long MaxBytes);
