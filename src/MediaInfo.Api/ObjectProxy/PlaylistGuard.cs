using System.Collections.Concurrent;

namespace MediaInfo.Api.ObjectProxy;

/// <summary>
/// Spoils every "tcp:" that stands behind the header of an HLS playlist. FFmpeg must be allowed TCP, which HTTP is made of; but
/// then a master playlist could name a bare connection as its variant, and FFmpeg would open it, or listen, past the proxy.
/// </summary>
/// <remarks>
/// <para>
/// Nothing is guessed of what an object is: FFmpeg takes a name from a playlist only behind a line "#EXTM3U", and no media holds
/// these seven bytes by chance. Media are passed as they are. The other formats that name objects refuse such names themselves:
/// a DASH manifest takes HTTP alone, a script of FFmpeg relative names, and compositions (IMF) are not opened unasked.
/// </para>
/// <para>
/// FFmpeg knows the protocol by these very letters. In a quoted attribute it drops a backslash before whichever of them.
/// </para>
/// <para>Behind it stands the kernel, which lets ffprobe connect to the proxy's port and listen on none.</para>
/// </remarks>
/// <param name="key">The object's key.</param>
/// <param name="playlists">The keys under which a header was seen: an answer may begin behind it.</param>
internal sealed class PlaylistGuard(string key, ConcurrentDictionary<string, bool> playlists)
{
    private const byte Spoilt = (byte)'_';

    // The end of what has passed, too short to hold a header.
    private byte[] _tail = [];

    private bool _isPlaylist = playlists.ContainsKey(key);

    // How many letters of the protocol came last.
    private int _letters;

    private static ReadOnlySpan<byte> Header => "#EXTM3U"u8;

    private static ReadOnlySpan<byte> Protocol => "tcp:"u8;

    /// <summary>The answer's next bytes as they may be sent: the same ones, or a spoilt copy.</summary>
    public ReadOnlyMemory<byte> Pass(ReadOnlyMemory<byte> bytes)
    {
        var begin = _isPlaylist ? 0 : FindEndOfHeader(bytes.Span);
        if (begin < 0)
        {
            return bytes;
        }

        _isPlaylist = true;
        playlists.TryAdd(key, value: true);
        var copy = bytes.ToArray();
        Spoil(copy.AsSpan(begin));
        return copy;
    }

    // Where it ends in these bytes; negative where there is none. It may have begun in those before.
    private int FindEndOfHeader(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> seam = [.. _tail, .. bytes[..Math.Min(bytes.Length, Header.Length - 1)]];
        if (seam.IndexOf(Header) is >= 0 and var early)
        {
            return early + Header.Length - _tail.Length;
        }

        if (bytes.IndexOf(Header) is >= 0 and var begin)
        {
            return begin + Header.Length;
        }

        var end = bytes.Length < Header.Length ? seam : bytes;
        _tail = end[Math.Max(0, end.Length - Header.Length + 1)..].ToArray();
        return -1;
    }

    private void Spoil(Span<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Protocol[_letters])
            {
                _letters++;
            }
            else if (text[i] != '\\')
            {
                _letters = text[i] == Protocol[0] ? 1 : 0;
            }

            if (_letters == Protocol.Length)
            {
                text[i] = Spoilt;
                _letters = 0;
            }
        }
    }
}
