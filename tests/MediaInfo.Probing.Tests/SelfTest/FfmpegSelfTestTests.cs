using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.SelfTest;

/// <summary>The self-test of ffmpeg, with the real one and with scripts that fail in the known ways.</summary>
[Trait("Platform", "Linux")]
public sealed class FfmpegSelfTestTests(FfmpegRig rig) : IClassFixture<FfmpegRig>, IDisposable
{
    private static readonly string Real = RepositoryTools.Ffmpeg;

    private readonly string _folder = Directory.CreateTempSubdirectory("mediainfo-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_real_ffmpeg_passes_in_its_sandbox()
    {
        var readiness = await CheckAsync(Real, SandboxUse.WherePossible);

        Assert.True(readiness.IsReady, readiness.Detail);
        Assert.StartsWith("ffmpeg version ", readiness.Detail, StringComparison.Ordinal);
    }

    // A script named ffmpeg that is ffprobe, as a careless package may have it.
    [Fact]
    public async Task Another_tool_is_refused()
    {
        var readiness = await CheckAsync(await TestScript.WriteAsync(
            Path.Combine(_folder, "ffmpeg"), "echo 'ffprobe version 5.1 Copyright'"));

        Assert.Contains("Not available, and neither are pictures: No usable ffmpeg", readiness.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_is_ready_without_ffmpeg_and_says_what_is_not_available()
    {
        var readiness = await CheckAsync("/nonexistent/ffmpeg");

        Assert.True(readiness.IsReady);
        Assert.Equal(
            "Not available, and neither are pictures: No usable ffmpeg was found. Tried /nonexistent/ffmpeg: does not exist. "
                + "Set MediaInfo:Frames:FfmpegPath.",
            readiness.Detail);
    }

    [Theory]
    [InlineData("*index.m3u8*) kill -SEGV $$", "the sound of a playlist failed: killed by signal 11")]
    [InlineData("*index.m3u8*) exit 0", "the sound of a playlist failed: it made none")]
    [InlineData("*mjpeg*) echo \"No such filter: 'tile'\" >&2; exit 1", "a JPEG failed: exit code 1, No such filter: 'tile'")]
    [InlineData("*png*) echo picture; exit 0", "a PNG failed: it made none")]
    public async Task The_failed_check_is_reported(string fault, string told)
    {
        var readiness = await CheckAsync(await ScriptAsync($"ulimit -c 0; case \"$*\" in {fault} ;; esac"));

        Assert.Contains($"the self-test with {told}", readiness.Detail, StringComparison.Ordinal);
    }

    // Off by default, because the scripts start other programs and the sandbox forbids that.
    private async Task<Core.Health.Readiness> CheckAsync(string path, SandboxUse use = SandboxUse.Off)
    {
        using var binary = rig.NewBinary(new FrameOptions { FfmpegPath = path }, use);
        return await new ToolReadiness(binary, "pictures").CheckAsync(CancellationToken.None).SoonAsync();
    }

    // Runs the given lines, then the real ffmpeg.
    private async Task<string> ScriptAsync(string lines)
    {
        var real = Path.Combine(_folder, "real");
        return await TestScript.WriteAsync(
            Path.Combine(_folder, "ffmpeg"),
            $"[ -x '{real}' ] || {{ cp '{Real}' '{real}' && chmod 755 '{real}'; }}\n{lines}\nexec '{real}' \"$@\"");
    }
}
