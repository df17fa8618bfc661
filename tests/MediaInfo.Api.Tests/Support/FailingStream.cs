namespace MediaInfo.Api.Tests.Support;

/// <summary>Gives some bytes and then fails, as a broken connection does.</summary>
internal sealed class FailingStream(int bytes, Exception fault) : MemoryStream(new byte[bytes], writable: false)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        return read > 0 ? read : throw fault;
    }
}
