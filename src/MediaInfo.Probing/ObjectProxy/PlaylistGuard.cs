using System.Collections.Concurrent;

namespace MediaInfo.Probing.ObjectProxy;

/// <summary>
/// Mangles every "tcp:" after the header of an HLS playlist. FFmpeg must be allowed TCP, because HTTP needs it, but then a master
/// playlist could name a raw TCP URL as a variant, and FFmpeg would connect or listen, bypassing the proxy.
/// </summary>
/// <remarks>
/// <para>
/// The guard need not know an object's type: FFmpeg takes names from a playlist only after a line "#EXTM3U", and media does not
/// contain these seven bytes by chance. Media passes unchanged. The other formats that name objects reject such names themselves:
/// a DASH manifest accepts only HTTP, an FFmpeg script only relative names, and compositions (IMF) are not opened by default.
/// </para>
/// <para>
/// FFmpeg matches the protocol by exactly these letters. In a quoted attribute it drops a backslash before any of them.
/// </para>
/// <para>As a second barrier, the kernel lets ffprobe connect only to the proxy's port and listen on none.</para>
/// </remarks>
/// <param name="key">The object's key.</param>
/// <param name="playlists">Keys in which a header was seen: a response may start after it.</param>
internal sealed class PlaylistGuard(string key, ConcurrentDictionary<string, bool> playlists)
{
    private const byte Spoilt = (byte)'_';

    // The end of the previous bytes, too short to contain a header.
    private byte[] _tail = [];

    private bool _isPlaylist = playlists.ContainsKey(key);

    // How many letters of the protocol the previous bytes ended with.
    private int _letters;

    private static ReadOnlySpan<byte> Header => "#EXTM3U"u8;

    private static ReadOnlySpan<byte> Protocol => "tcp:"u8;

    /// <summary>The response's next bytes as they may be sent: unchanged, or a mangled copy.</summary>
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

    // Where the header ends in these bytes; negative if there is none. It may start in the previous bytes.
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
