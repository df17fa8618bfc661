namespace MediaInfo.Api.Gateway;

/// <summary>A response, ready to be sent.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Media type of the body; null if the body is empty.</param>
/// <param name="Body">The body's bytes.</param>
public sealed record ApiResponse(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Headers besides the content's; empty for most responses.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
