using MediaInfo.Core.Objects;

namespace MediaInfo.AzureStorage.Objects;

/// <summary>
/// The content of one ranged response. It fails only with <see cref="IOException"/>, and the SDK never refetches it.
/// </summary>
/// <param name="content">The stream returned by the SDK.</param>
/// <param name="connection">The network stream; closing it ends the response.</param>
internal sealed class BlobBody(Stream content, Stream? connection) : ForwardStream
{
    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var once = BodyResumption.Forbid();
        return await content.ReadAsync(buffer, cancellationToken).AsTask().OrIOException(cancellationToken);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await content.DisposeAsync();
        await (connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        await base.DisposeAsync();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
            connection?.Dispose();
        }

        base.Dispose(disposing);
    }
}
