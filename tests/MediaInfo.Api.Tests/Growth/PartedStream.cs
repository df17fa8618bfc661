namespace MediaInfo.Api.Tests.Growth;

/// <summary>Returns bytes in parts, as a pipe does.</summary>
internal sealed class PartedStream(byte[] bytes, int part) : MemoryStream(bytes)
{
    /// <inheritdoc />
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, part)], cancellationToken);
}
