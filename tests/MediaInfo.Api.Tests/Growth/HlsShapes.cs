using static MediaInfo.Api.Tests.Growth.PlaylistInput;

namespace MediaInfo.Api.Tests.Growth;

/// <summary>HLS media playlists.</summary>
internal static class HlsShapes
{
    private const int Largest = 4_000_000;

    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        Case("many segments", size => Number(size, number => $"{number}\n")),
        Case("empty lines", size => new string('\n', size)),
        Case("blank lines", size => Repeat(" \n", size)),
        Case("returns without line feeds", size => new string('\r', size)),
        Case("lines of one character", size => Repeat("#\n", size)),
        Case("one long line", size => new string('a', size)),
        Case("one long address of many parts", size => Repeat("a/../", size)),
        Case("one long address of encoded characters", size => Repeat("%41", size)),
        Case("a thousand long addresses", size => Number(size, number => $"{new string('a', size / 999)}{number}\n")),
        Case("byte ranges", size => Repeat("#EXT-X-BYTERANGE:9223372036854775807@9223372036854775807\na\n", size)),
        Case("a byte range of many digits", size => $"#EXT-X-BYTERANGE:{new string('9', size)}\na"),
        Case("a byte range of many parts", size => $"#EXT-X-BYTERANGE:{new string('@', size)}\na"),
        Case("durations of many digits", size => $"#EXTINF:{new string('9', size)},\na"),
        Case("initialisation sections", size => Repeat("#EXT-X-MAP:URI=\"a\",BYTERANGE=\"9@9\"\n", size)),
        Case("an initialisation section of many attributes", size => $"#EXT-X-MAP:{Repeat("URI=,", size)}\na"),
        Case("an initialisation section that never ends", size => $"#EXT-X-MAP:URI=\"{new string('a', size)}\na"),
        Case("a master playlist at the end", size => $"{Repeat("a\n", size)}#EXT-X-STREAM-INF:BANDWIDTH=1\na"),
    ];

    private static GrowthCase Case(string shape, Func<int, string> lines) =>
        New($"HLS: {shape}", Largest, size => $"#EXTM3U\n{lines(size)}");
}
