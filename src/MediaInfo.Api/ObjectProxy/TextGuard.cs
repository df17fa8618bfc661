namespace MediaInfo.Api.ObjectProxy;

/// <summary>
/// Spoils every "tcp:" in an answer that is text. FFmpeg must be allowed TCP, which HTTP is made of; but then a master playlist
/// could name a bare connection to any host as its variant, and it would be opened past the proxy.
/// </summary>
internal sealed class TextGuard
{
    private const byte FirstOfText = (byte)'\t';
    private const int Looked = 64;

    // The bytes that came last, the newest lowest.
    private int _last;
    private bool? _isText;

    /// <summary>The answer's next bytes as they may be sent: the same ones, or a spoilt copy.</summary>
    public ReadOnlyMemory<byte> Pass(ReadOnlyMemory<byte> bytes)
    {
        // Media begin with other bytes than text, at every place where one would start to read them; a playlist never does.
        _isText ??= !bytes.Span[..Math.Min(Looked, bytes.Length)].ContainsAnyInRange((byte)0, (byte)(FirstOfText - 1));
        return _isText is true ? Spoil(bytes) : bytes;
    }

    // The colon alone, since what is before it may have been sent. "tcp_" is no protocol.
    private byte[] Spoil(ReadOnlyMemory<byte> text)
    {
        const int tcp = ('t' << 16) | ('c' << 8) | 'p';
        var bytes = text.ToArray();
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == ':' && (_last & 0xFFFFFF) == tcp)
            {
                bytes[i] = (byte)'_';
            }

            _last = (_last << 8) | bytes[i];
        }

        return bytes;
    }
}
