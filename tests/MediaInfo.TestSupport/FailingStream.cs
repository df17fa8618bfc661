namespace MediaInfo.TestSupport;

/// <summary>Returns some bytes and then fails, like a broken connection.</summary>
public sealed class FailingStream(int bytes, Exception fault) : MemoryStream(new byte[bytes], writable: false)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        return read > 0 ? read : throw fault;
    }
}
