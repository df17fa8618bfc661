using System.Runtime.Versioning;
using System.Security.Cryptography;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Tests.Support;

namespace MediaInfo.Probing.Tests.Processes;

[UnsupportedOSPlatform("windows")]
public sealed class FfprobeBinaryTests
{
    private const UnixFileMode NoRunBit = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task The_configured_binary_is_found_with_its_version()
    {
        using var script = ScriptedFfprobe.Doing("exit 1");
        using var binary = script.Binary();

        var found = await binary.FindAsync(CancellationToken.None);

        Assert.Equal(
            new FoundTool(script.Path, script.Path, "ffprobe version test", "as configured (Probe:FfprobePath)"), found);
        Assert.Equal(script.Path, (await binary.FindAsync(CancellationToken.None)).Path);
    }

    [Fact]
    public async Task Concurrent_callers_cause_one_search()
    {
        using var script = ScriptedFfprobe.Of("""
            #!/bin/sh
            echo once >>"$(dirname "$0")/looks"
            echo 'ffprobe version test'
            """);
        using var binary = script.Binary();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => binary.FindAsync(CancellationToken.None)));

        Assert.Equal(["once"], await File.ReadAllLinesAsync(script.In("looks")));
    }

    [Fact]
    public async Task A_binary_without_an_execute_bit_runs_from_an_unnamed_copy()
    {
        using var real = new RealFfprobe(NoRunBit);
        FoundTool found;
        using (var binary = TestFfprobe.Binary(new ProbeOptions { FfprobePath = real.FullPath }))
        {
            found = await binary.FindAsync(CancellationToken.None);

            Assert.StartsWith("ffprobe version ", found.Version, StringComparison.Ordinal);
            Assert.Equal(real.FullPath, found.Place);
            Assert.EndsWith(" (deleted)", new FileInfo(found.Path).LinkTarget, StringComparison.Ordinal);
            Assert.Equal(await HashAsync(real.FullPath), await HashAsync(found.Path));
            Assert.Equal(NoRunBit, File.GetUnixFileMode(real.FullPath));

            binary.Forget(found);
            Assert.Equal(found, await binary.FindAsync(CancellationToken.None));
        }

        Assert.DoesNotContain(
            Path.GetFileName(real.FullPath), new FileInfo(found.Path).LinkTarget ?? "", StringComparison.Ordinal);
    }

    // Earlier versions used this path, so any local user who created it first had their file run.
    [Fact]
    public async Task A_binary_planted_in_the_temporary_folder_is_not_run()
    {
        using var real = new RealFfprobe(NoRunBit);
        var source = new FileInfo(real.FullPath) { LastWriteTimeUtc = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc) };
        var prepared = Directory.CreateDirectory(Path.Combine(
            Path.GetTempPath(), $"mediainfo-tool-{Environment.UserName}-{source.Length:x}-{source.LastWriteTimeUtc.Ticks:x}"));
        try
        {
            prepared.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            await using (var theirs = File.Create(Path.Combine(prepared.FullName, "ffprobe")))
            {
                await theirs.WriteAsync("#!/bin/sh\necho 'ffprobe version of somebody else'\nexit\n"u8.ToArray());
                theirs.SetLength(source.Length);
                File.SetUnixFileMode(theirs.SafeFileHandle, prepared.UnixFileMode);
            }

            using var binary = TestFfprobe.Binary(new ProbeOptions { FfprobePath = real.FullPath });

            Assert.DoesNotContain(
                "somebody else", (await binary.FindAsync(CancellationToken.None)).Version, StringComparison.Ordinal);
        }
        finally
        {
            prepared.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_script_without_an_execute_bit_is_rejected_with_a_message()
    {
        using var script = ScriptedFfprobe.Doing("exit 1");
        File.SetUnixFileMode(script.Path, NoRunBit);
        using var binary = script.Binary();

        var missing = await Assert.ThrowsAsync<ToolMissingException>(() => binary.FindAsync(CancellationToken.None));

        Assert.Contains($"{script.Path}: it is a script without execute permission", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_binary_still_open_for_writing_is_run_once_it_is_closed()
    {
        using var script = ScriptedFfprobe.Doing("exit 5");
        using var binary = script.Binary();
        Task<FoundTool> found;
        await using (new FileStream(script.Path, FileMode.Open, FileAccess.Write))
        {
            found = binary.FindAsync(CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        Assert.Equal("ffprobe version test", (await found).Version);
    }

    [Fact]
    public async Task A_missing_configured_binary_is_named()
    {
        using var binary = TestFfprobe.Binary(new ProbeOptions { FfprobePath = "/nonexistent/ffprobe" });

        var missing = await Assert.ThrowsAsync<ToolMissingException>(() => binary.FindAsync(CancellationToken.None));

        Assert.Equal(
            "No usable ffprobe was found. Tried /nonexistent/ffprobe: does not exist. Set MediaInfo:Probe:FfprobePath.",
            missing.Message);
    }

    [Theory]
    [InlineData("exit 3", "exit code 3")]
    [InlineData("echo 'some other program'", "exit code 0")]
    public async Task A_program_that_is_not_ffprobe_is_rejected(string body, string problem)
    {
        using var script = ScriptedFfprobe.Of($"#!/bin/sh\n{body}");
        using var binary = script.Binary();

        var missing = await Assert.ThrowsAsync<ToolMissingException>(() => binary.FindAsync(CancellationToken.None));

        Assert.Equal(
            $"No usable ffprobe was found. Tried {script.Path}: {problem}. Set MediaInfo:Probe:FfprobePath.", missing.Message);
    }

    [Fact]
    public async Task A_file_that_cannot_be_run_is_rejected_with_a_message()
    {
        using var script = ScriptedFfprobe.Of("#!/nonexistent/interpreter");
        using var binary = script.Binary();

        var missing = await Assert.ThrowsAsync<ToolMissingException>(() => binary.FindAsync(CancellationToken.None));

        Assert.StartsWith($"No usable ffprobe was found. Tried {script.Path}: ", missing.Message, StringComparison.Ordinal);
        Assert.Contains("No such file", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_reports_the_version_and_the_path()
    {
        using var script = ScriptedFfprobe.Doing("exit 1");
        using var binary = script.Binary();

        var readiness = await new ToolReadiness(binary).CheckAsync(CancellationToken.None);

        Assert.Equal(
            (true, $"ffprobe version test at {script.Path}, as configured (Probe:FfprobePath)"),
            (readiness.IsReady, readiness.Detail));
    }

    [Fact]
    public async Task Health_reports_why_there_is_no_binary()
    {
        using var binary = TestFfprobe.Binary(new ProbeOptions { FfprobePath = "/nonexistent/ffprobe" });

        var readiness = await new ToolReadiness(binary).CheckAsync(CancellationToken.None);

        Assert.False(readiness.IsReady);
        Assert.Contains("/nonexistent/ffprobe: does not exist", readiness.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configured_binary_that_fails_its_self_test_is_reported_and_not_replaced()
    {
        using var script = ScriptedFfprobe.Doing("exit 1");
        using var binary = TestFfprobe.Binary(
            new ProbeOptions { FfprobePath = script.Path }, ScriptedTrial.Failing(script.Path));

        var readiness = await new ToolReadiness(binary).CheckAsync(CancellationToken.None);

        Assert.False(readiness.IsReady);
        Assert.Equal(
            $"No usable ffprobe was found. Tried {script.Path}: ffprobe version test: it dies. Set MediaInfo:Probe:FfprobePath.",
            readiness.Detail);
    }

    private static async Task<string> HashAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexString(await SHA256.HashDataAsync(file));
    }
}
