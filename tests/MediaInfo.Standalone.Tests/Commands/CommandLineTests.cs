using MediaInfo.Standalone.Commands;

namespace MediaInfo.Standalone.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_lists_the_commands_but_not_the_demonstration(string word)
    {
        var run = await CommandLineRun.OfAsync(word);

        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        Assert.Contains("mediainfo [command]", run.Output, StringComparison.Ordinal);
        Assert.All(["serve", "probe", "version"], name => Assert.Matches($"(?m)^  {name} ", run.Output));
        Assert.DoesNotContain("demo", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version")]
    [InlineData("--version")]
    public async Task The_version_is_one_line(string word)
    {
        var run = await CommandLineRun.OfAsync(word);

        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        Assert.Matches(@"^mediainfo [0-9]+\.[0-9]+\.[0-9]+\S* \(\.NET [0-9.]+, \S+\)\s*$", run.Output);
    }

    [Theory]
    [InlineData("prob", "clip.mp4")]
    [InlineData("serve", "stray")]
    [InlineData("--setings", "file.json")]
    [InlineData("--port", "7071")]
    [InlineData("--MediaInfo:Probe:TimeLimit")]
    [InlineData("probe")]
    [InlineData("probe", "a.mp4", "b.mp4")]
    [InlineData("probe", "a.mp4", "--format", "xml")]
    [InlineData("probe", "a.mp4", "--packet")]
    [InlineData("version", "more")]
    public async Task Wrong_usage_is_one_plain_line_and_code_1(params string[] words)
    {
        var run = await CommandLineRun.OfAsync(words);

        Assert.Equal((ExitCode.Usage, ""), (run.Code, run.Output));
        Assert.Matches(@"^mediainfo: [^\r\n\t]+\r?\n$", run.Error);
    }

    [Fact]
    public async Task A_settings_file_that_is_missing_is_wrong_usage()
    {
        var run = await CommandLineRun.OfAsync("--settings", "/nowhere/settings.json");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("/nowhere/settings.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_command_settings_are_those_of_the_service()
    {
        var run = await CommandLineRun.OfAsync(
            "--urls", "http://127.0.0.1:0", "--MediaInfo:Worker:Concurrency", "999", "--MediaInfo:Worker:MaxDeliveries=0");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("Worker:Concurrency", run.Error, StringComparison.Ordinal);
        Assert.Contains("Worker:MaxDeliveries", run.Error, StringComparison.Ordinal);
    }
}
