namespace MediaInfo.Api.Gateway;

/// <summary>An answer, ready to be written.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Media type of the body; null with an empty one.</param>
/// <param name="Body">The body's bytes.</param>
public sealed record ApiResponse(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Headers beside the content's; empty for most answers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
