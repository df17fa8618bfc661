using MediaInfo.Probing.Processes;

namespace MediaInfo.Probing.Tests.Processes;

public sealed class FfprobeArgumentsTests
{
    private const string Url = "http://example-bucket.objects.invalid/a%20b.mp4";

    [Fact]
    public void The_header_pass_has_exactly_these_arguments() => Assert.Equal(
        [
            "-v", "warning",
            "-hide_banner",
            "-protocol_whitelist", "http,tcp,crypto",
            "-of", "json=compact=1",
            "-show_format",
            "-show_streams",
            "-show_programs",
            "-show_chapters",
            "-i", Url,
        ],
        FfprobeArguments.Describe(Url));

    [Fact]
    public void The_packet_pass_has_exactly_these_arguments() => Assert.Equal(
        [
            "-v", "error",
            "-hide_banner",
            "-protocol_whitelist", "http,tcp,crypto",
            "-of", "compact=p=0",
            "-show_entries", "packet=stream_index,pts,dts,duration,size,flags",
            "-i", Url,
        ],
        FfprobeArguments.ListPackets(Url));

    [Fact]
    public void The_header_pass_before_the_packet_pass_has_exactly_these_arguments() => Assert.Equal(
        [
            "-v", "error",
            "-hide_banner",
            "-protocol_whitelist", "http,tcp,crypto",
            "-of", "json=compact=1",
            "-show_entries", "format=format_name:stream=index,codec_type,time_base,start_time:stream_disposition=attached_pic",
            "-i", Url,
        ],
        FfprobeArguments.ListStreams(Url));
}
