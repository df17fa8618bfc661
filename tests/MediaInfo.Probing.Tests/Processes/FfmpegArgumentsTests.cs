using MediaInfo.Probing.Processes;

namespace MediaInfo.Probing.Tests.Processes;

public sealed class FfmpegArgumentsTests
{
    private const string Url = "http://example-bucket.objects.invalid/a%20b%22%25d.mp4";

    [Fact]
    public void Reading_an_object_has_exactly_these_arguments() => Assert.Equal(
        [
            "-hide_banner", "-nostats", "-loglevel", "warning",
            "-nostdin",
            "-protocol_whitelist", "http,tcp,crypto",
            "-ss", "5",
            "-i", Url,
            "-vf", "select=gt(n\\,0), showinfo",
            "-f", "null",
            "pipe:1",
        ],
        FfmpegArguments.Reading(
            Url,
            input => input.WithCustomArgument("-ss 5"),
            output => output
                .WithVideoFilters(filters => filters.WithCustomFilter("select", "gt(n,0)").WithCustomFilter("showinfo", ""))
                .WithCustomArgument("-f null")));

    [Fact]
    public void Standard_input_can_be_read_and_nothing_else() => Assert.Equal(
        [
            "-hide_banner", "-nostats", "-loglevel", "warning",
            "-protocol_whitelist", "pipe",
            "-f", "rawvideo",
            "-i", "pipe:0",
            "-f", "null",
            "pipe:1",
        ],
        FfmpegArguments.Piping(input => input.WithCustomArgument("-f rawvideo"), output => output.WithCustomArgument("-f null")));

    [Fact]
    public void A_value_cannot_bring_further_options() => Assert.Throws<FormatException>(() => FfmpegArguments.Reading(
        Url, _ => { }, output => output.WithVideoFilters(filters => filters.WithCustomFilter("pad", "color=\" -f x"))));
}
