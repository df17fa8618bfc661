namespace MediaInfo.Probing.Tests.Support;

/// <summary>Signals when the body of an answer is closed.</summary>
internal sealed class ClosingStream(Stream content, Action closed) : MemoryStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        content.ReadAsync(buffer, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        closed();
        base.Dispose(disposing);
    }
}
