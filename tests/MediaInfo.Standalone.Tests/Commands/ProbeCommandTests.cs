using System.Diagnostics;
using System.Text.Json;
using MediaInfo.Api;
using MediaInfo.Api.Gateway;
using MediaInfo.Standalone.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Standalone.Tests.Commands;

[Trait("Platform", "Linux")]
public sealed class ProbeCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediainfo-probe-");

    public static TheoryData<string> Formats
    {
        get
        {
            using var services = new ServiceCollection().AddDescriptionFormats().BuildServiceProvider();
            return [.. services.GetServices<IDescriptionFormat>().Select(format => format.Name)];
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_is_described_as_GetProbeReport_does()
    {
        var clip = CommandLineRun.Clip("sample.mp4");

        var run = await CommandLineRun.ProbeAsync(clip);

        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        var report = Json(run);
        Assert.Equal(68_232, report.GetProperty("Description").GetProperty("container").GetProperty("size").GetInt64());
        Assert.Equal(clip, report.GetProperty("Report").GetProperty("format").GetProperty("filename").GetString());
        Assert.True(report.GetProperty("Usage").GetProperty("Bytes").GetInt64() > 0);
        Assert.Contains("\n", run.Output.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_format_can_be_chosen(string format)
    {
        var run = await CommandLineRun.ProbeAsync(CommandLineRun.Clip("sample.mp4"), "--format", format, "--compact");

        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        Assert.DoesNotContain("\n", run.Output.Trim(), StringComparison.Ordinal);
        var described = Json(run);
        _ = format switch
        {
            "report" => described.GetProperty("Description"),
            "ffprobe" => described.GetProperty("streams"),
            "mps" => described.GetProperty("Streams").GetProperty("VideoStreamList"),
            "ims" => described.GetProperty("FileBasicInfo"),
            "mpc" => described.GetProperty("duration_ms"),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, message: null),
        };
    }

    [Fact]
    public async Task Packets_and_digest_are_read_with_progress_on_standard_error()
    {
        var run = await CommandLineRun.ProbeAsync(
            CommandLineRun.Clip("sample.mp4"), "--packets", "--digest", "--progress", "--format", "mps");

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Matches("^[0-9a-f]{32}$", Json(run).GetProperty("FileMd5").GetString());
        var video = Json(run).GetProperty("Streams").GetProperty("VideoStreamList").GetProperty("VideoStream")[0];
        Assert.Equal("79.628", video.GetProperty("NetworkCost").GetProperty("AvgBitrate").GetString());
        Assert.Contains("digest 100%", run.Error, StringComparison.Ordinal);
        Assert.Matches("(?m)^packets [0-9]+%", run.Error);
    }

    [Fact]
    public async Task A_playlist_finds_its_segments_beside_it()
    {
        var run = await CommandLineRun.ProbeAsync(CommandLineRun.Clip("hls", "index.m3u8"), "--format", "ffprobe");

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.NotEmpty(Json(run).GetProperty("streams").EnumerateArray());
    }

    [Theory]
    [InlineData("../secret.ts")]
    [InlineData("%2e%2e/secret.ts")]
    [InlineData("..%2Fsecret.ts")]
    public async Task A_playlist_cannot_name_a_file_outside_its_folder(string segment)
    {
        File.Copy(CommandLineRun.Clip("hls", "segment0.ts"), Path.Combine(_folder.FullName, "secret.ts"));
        var inner = _folder.CreateSubdirectory("inner");
        var playlist = Path.Combine(inner.FullName, "index.m3u8");
        await File.WriteAllTextAsync(
            playlist, $"#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n{segment}\n#EXT-X-ENDLIST\n");

        Assert.Equal(ExitCode.NotMedia, (await CommandLineRun.ProbeAsync(playlist)).Code);

        // The same playlist is media where the segment lies beside it.
        await File.WriteAllTextAsync(
            playlist, "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nsecret.ts\n#EXT-X-ENDLIST\n");
        File.Copy(CommandLineRun.Clip("hls", "segment0.ts"), Path.Combine(inner.FullName, "secret.ts"));
        Assert.Equal(ExitCode.Ok, (await CommandLineRun.ProbeAsync(playlist)).Code);
    }

    [Theory]
    [InlineData("link.ts")]
    [InlineData("folder/secret.ts")]
    public async Task A_playlist_cannot_follow_a_link_out_of_its_folder_but_may_be_one(string segment)
    {
        var outside = _folder.CreateSubdirectory("outside");
        File.Copy(CommandLineRun.Clip("hls", "segment0.ts"), Path.Combine(outside.FullName, "secret.ts"));
        var inner = _folder.CreateSubdirectory("inner");
        File.CreateSymbolicLink(Path.Combine(inner.FullName, "link.ts"), Path.Combine(outside.FullName, "secret.ts"));
        Directory.CreateSymbolicLink(Path.Combine(inner.FullName, "folder"), outside.FullName);
        var playlist = Path.Combine(inner.FullName, "index.m3u8");
        await File.WriteAllTextAsync(
            playlist, $"#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n{segment}\n#EXT-X-ENDLIST\n");

        Assert.Equal(ExitCode.NotMedia, (await CommandLineRun.ProbeAsync(playlist)).Code);
        Assert.Equal(ExitCode.Ok, (await CommandLineRun.ProbeAsync(Path.Combine(inner.FullName, "link.ts"))).Code);
    }

    [Fact]
    public async Task A_pipe_and_a_device_cannot_be_read()
    {
        var pipe = Path.Combine(_folder.FullName, "pipe.mp4");
        using var mkfifo = Process.Start("mkfifo", [pipe]);
        await mkfifo.WaitForExitAsync();

        foreach (var path in new[] { pipe, "/dev/zero", "-" })
        {
            var run = await CommandLineRun.ProbeAsync(path);

            Assert.Equal((ExitCode.Unreadable, ""), (run.Code, run.Output));
            Assert.Matches("^mediainfo: [^\n]*(pipe or a device|standard input)[^\n]*\n$", run.Error);
        }
    }

    [Fact]
    public async Task Text_and_empty_files_are_not_media()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "text.txt"), "no media\n");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "empty.mp4"), "");

        foreach (var name in new[] { "text.txt", "empty.mp4" })
        {
            var run = await CommandLineRun.ProbeAsync(Path.Combine(_folder.FullName, name));

            Assert.Equal((ExitCode.NotMedia, ""), (run.Code, run.Output));
            Assert.Matches($@"^mediainfo: [^\n]*{name}: [^\n]+\n$", run.Error);
        }
    }

    [Theory]
    [InlineData("/nowhere/clip.mp4")]
    [InlineData("/")]
    [InlineData("/dev/null/clip.mp4")]
    [InlineData("ftp://127.0.0.1/clip.mp4")]
    [InlineData("file:///etc/hostname")]
    [InlineData("http://127.0.0.1:1/clip.mp4")]
    public async Task What_cannot_be_read_ends_with_code_3_and_one_line(string text)
    {
        var run = await CommandLineRun.ProbeAsync(text);

        Assert.Equal((ExitCode.Unreadable, ""), (run.Code, run.Output));
        Assert.StartsWith($"mediainfo: {text}: ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_missing_ffprobe_and_a_wrong_setting_are_wrong_usage()
    {
        var missing = await CommandLineRun.OfAsync(
            "probe", CommandLineRun.Clip("sample.mp4"), "--MediaInfo:Probe:FfprobePath", "/nowhere/ffprobe");
        var wrong = await CommandLineRun.ProbeAsync(CommandLineRun.Clip("sample.mp4"), "--MediaInfo:Probe:MaxRequests=0");

        Assert.Equal(ExitCode.Usage, missing.Code);
        Assert.Contains("/nowhere/ffprobe", missing.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, wrong.Code);
        Assert.Contains("Probe:MaxRequests", wrong.Error, StringComparison.Ordinal);
    }

    private static JsonElement Json(CommandLineRun run) => JsonElement.Parse(run.Output);
}
