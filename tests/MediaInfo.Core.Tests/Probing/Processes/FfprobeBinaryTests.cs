using System.Runtime.Versioning;
using MediaInfo.Core.Probing;
using MediaInfo.Core.Probing.Processes;
using MediaInfo.Core.Tests.Support;

namespace MediaInfo.Core.Tests.Probing.Processes;

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

        Assert.Equal(new FoundFfprobe(script.Path, script.Path, "ffprobe version test"), found);
        Assert.Equal(script.Path, (await binary.FindAsync(CancellationToken.None)).Path);
    }

    [Fact]
    public async Task It_is_looked_for_once_however_many_ask()
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
    public async Task A_binary_without_run_bit_is_run_from_a_private_copy()
    {
        using var script = ScriptedFfprobe.Doing("exit 1");
        File.SetUnixFileMode(script.Path, NoRunBit);
        using var binary = script.Binary();

        var found = await binary.FindAsync(CancellationToken.None);

        var folder = Path.GetDirectoryName(found.Path)!;
        try
        {
            Assert.Equal("ffprobe version test", found.Version);
            Assert.StartsWith(Path.Combine(Path.GetTempPath(), "mediainfo-ffprobe-"), folder, StringComparison.Ordinal);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            Assert.Equal(await File.ReadAllBytesAsync(script.Path), await File.ReadAllBytesAsync(found.Path));
            Assert.Equal(NoRunBit, File.GetUnixFileMode(script.Path));
            Assert.Equal(["ffprobe"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_copy_is_used_again()
    {
        using var script = ScriptedFfprobe.Doing("exit 2");
        File.SetUnixFileMode(script.Path, NoRunBit);
        using var first = script.Binary();
        using var second = script.Binary();

        var copy = (await first.FindAsync(CancellationToken.None)).Path;
        try
        {
            var before = new FileInfo(copy).LastWriteTimeUtc;

            Assert.Equal(copy, (await second.FindAsync(CancellationToken.None)).Path);
            Assert.Equal(before, new FileInfo(copy).LastWriteTimeUtc);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
        }
    }

    [Fact]
    public async Task Searches_at_the_same_time_share_one_copy()
    {
        using var script = ScriptedFfprobe.Doing("exit 4");
        await using (var end = new FileStream(script.Path, FileMode.Append))
        {
            // As long as a real one, so that copies take their time.
            await end.WriteAsync(new byte[64 << 20]);
        }

        File.SetUnixFileMode(script.Path, NoRunBit);
        var binaries = Enumerable.Range(0, 4).Select(_ => script.Binary()).ToList();
        using var together = new Barrier(binaries.Count);

        var found = await Task.WhenAll(binaries.Select(binary => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait();
                return binary.FindAsync(CancellationToken.None);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));

        binaries.ForEach(binary => binary.Dispose());
        var copy = Assert.Single(found.Select(one => one.Path).Distinct(StringComparer.Ordinal));
        Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
    }

    [Fact]
    public async Task A_binary_that_is_still_open_for_writing_is_run_once_it_is_closed()
    {
        using var script = ScriptedFfprobe.Doing("exit 5");
        using var binary = script.Binary();
        Task<FoundFfprobe> found;
        await using (new FileStream(script.Path, FileMode.Open, FileAccess.Write))
        {
            found = binary.FindAsync(CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        Assert.Equal("ffprobe version test", (await found).Version);
    }

    [Fact]
    public async Task A_folder_that_is_open_to_others_is_not_run_from()
    {
        using var script = ScriptedFfprobe.Doing("exit 3");
        File.SetUnixFileMode(script.Path, NoRunBit);
        using var first = script.Binary();
        var folder = Path.GetDirectoryName((await first.FindAsync(CancellationToken.None)).Path)!;
        try
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);
            using var second = script.Binary();

            var missing = await Assert.ThrowsAsync<FfprobeMissingException>(() => second.FindAsync(CancellationToken.None));

            Assert.Contains($"{folder} is open to other users", missing.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_configured_binary_that_is_not_there_is_named()
    {
        using var binary = TestFfprobe.Binary(new ProbeOptions { FfprobePath = "/nonexistent/ffprobe" });

        var missing = await Assert.ThrowsAsync<FfprobeMissingException>(() => binary.FindAsync(CancellationToken.None));

        Assert.Equal("No ffprobe can be used here. Tried /nonexistent/ffprobe: not there. Set MediaInfo:Probe:FfprobePath.", missing.Message);
    }

    [Theory]
    [InlineData("exit 3", "exit code 3")]
    [InlineData("echo 'some other program'", "exit code 0")]
    public async Task A_program_that_is_no_ffprobe_is_refused(string body, string problem)
    {
        using var script = ScriptedFfprobe.Of($"#!/bin/sh\n{body}");
        using var binary = script.Binary();

        var missing = await Assert.ThrowsAsync<FfprobeMissingException>(() => binary.FindAsync(CancellationToken.None));

        Assert.Equal($"No ffprobe can be used here. Tried {script.Path}: {problem}. Set MediaInfo:Probe:FfprobePath.", missing.Message);
    }

    [Fact]
    public async Task A_file_that_cannot_be_run_is_refused_in_words()
    {
        using var script = ScriptedFfprobe.Of("#!/nonexistent/interpreter");
        using var binary = script.Binary();

        var missing = await Assert.ThrowsAsync<FfprobeMissingException>(() => binary.FindAsync(CancellationToken.None));

        Assert.StartsWith($"No ffprobe can be used here. Tried {script.Path}: ", missing.Message, StringComparison.Ordinal);
        Assert.Contains("No such file", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_tells_the_version_and_the_place()
    {
        using var script = ScriptedFfprobe.Doing("exit 1");
        using var binary = script.Binary();

        var readiness = await new FfprobeReadiness(binary).CheckAsync(CancellationToken.None);

        Assert.Equal((true, $"ffprobe version test at {script.Path}"), (readiness.IsReady, readiness.Detail));
    }

    [Fact]
    public async Task Health_tells_why_there_is_none()
    {
        using var binary = TestFfprobe.Binary(new ProbeOptions { FfprobePath = "/nonexistent/ffprobe" });

        var readiness = await new FfprobeReadiness(binary).CheckAsync(CancellationToken.None);

        Assert.False(readiness.IsReady);
        Assert.Contains("/nonexistent/ffprobe: not there", readiness.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configured_binary_that_fails_its_self_test_is_told_and_no_other_is_taken()
    {
        using var script = ScriptedFfprobe.Doing("exit 1");
        using var binary = TestFfprobe.Binary(
            new ProbeOptions { FfprobePath = script.Path }, ScriptedTrial.Failing(script.Path));

        var readiness = await new FfprobeReadiness(binary).CheckAsync(CancellationToken.None);

        Assert.False(readiness.IsReady);
        Assert.Equal(
            $"No ffprobe can be used here. Tried {script.Path}: ffprobe version test: it dies. Set MediaInfo:Probe:FfprobePath.",
            readiness.Detail);
    }
}
