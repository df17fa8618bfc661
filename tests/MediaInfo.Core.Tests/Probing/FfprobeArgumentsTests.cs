using MediaInfo.Core.Probing;

namespace MediaInfo.Core.Tests.Probing;

public sealed class FfprobeArgumentsTests
{
    private const string Url = "http://example-bucket.objects.invalid/a%20b.mp4";

    [Fact]
    public void The_header_pass_asks_for_exactly_this() => Assert.Equal(
        [
            "-v", "warning",
            "-hide_banner",
            "-protocol_whitelist", "http,tcp",
            "-of", "json=compact=1",
            "-show_format",
            "-show_streams",
            "-show_programs",
            "-show_chapters",
            "-i", Url,
        ],
        FfprobeArguments.Describe(Url));

    [Fact]
    public void The_packet_pass_asks_for_exactly_this() => Assert.Equal(
        [
            "-v", "warning",
            "-hide_banner",
            "-protocol_whitelist", "http,tcp",
            "-of", "json=compact=1",
            "-count_packets",
            "-show_entries", "stream=index,nb_read_packets",
            "-i", Url,
        ],
        FfprobeArguments.CountPackets(Url));
}
