using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Probing.Tests.Processes;

/// <summary>The search along PATH. PATH belongs to the whole process, so these tests run alone.</summary>
[Collection(nameof(FfprobeSearchTests))]
[CollectionDefinition(nameof(FfprobeSearchTests), DisableParallelization = true)]
[Trait("Platform", "Linux")]
public sealed class FfprobeSearchTests : IDisposable
{
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");

    public void Dispose() => Environment.SetEnvironmentVariable("PATH", _path);

    [Fact]
    public async Task Without_a_setting_the_first_working_binary_on_PATH_is_used()
    {
        using var broken = ScriptedFfprobe.Of("#!/bin/sh\nexit 3");
        using var good = ScriptedFfprobe.Doing("exit 1");
        SetPath("/nonexistent", broken.Folder, good.Folder);
        using var binary = TestFfprobe.Binary(new ProbeOptions());

        Assert.Equal(good.Path, (await binary.FindAsync(CancellationToken.None)).Path);
    }

    [Fact]
    public async Task Without_a_setting_the_newest_is_used_and_health_says_before_which()
    {
        using var old = ScriptedFfprobe.Stating("5.1.9", "59. 27.100");
        using var newest = ScriptedFfprobe.Stating("N-66595-gc2b38619c0", "60. 10.100");
        using var repaired = ScriptedFfprobe.Stating("5.1.10", "59. 27.100");
        SetPath(old.Folder, newest.Folder, repaired.Folder);
        using var binary = TestFfprobe.Binary(new ProbeOptions());

        var found = await binary.FindAsync(CancellationToken.None);
        var other = await binary.FindOtherAsync(found, CancellationToken.None);

        Assert.Equal(
            $"ffprobe version N-66595-gc2b38619c0 at {newest.Path}, the newest; then ffprobe version 5.1.10 at {repaired.Path}, "
            + $"ffprobe version 5.1.9 at {old.Path}",
            found.Summary);
        Assert.Equal(repaired.Path, other?.Path);
    }

    [Fact]
    public async Task The_newest_that_passes_its_self_test_is_used()
    {
        using var old = ScriptedFfprobe.Stating("5.1.9", "59. 27.100");
        using var failing = ScriptedFfprobe.Stating("9.0.2", "63.  1.102");
        using var newer = ScriptedFfprobe.Stating("7.1.5", "61.  7.103");
        SetPath(old.Folder, failing.Folder, newer.Folder);
        using var binary = TestFfprobe.Binary(new ProbeOptions(), ScriptedTrial.Failing(failing.Path));

        Assert.Equal(newer.Path, (await binary.FindAsync(CancellationToken.None)).Path);
    }

    [Fact]
    public async Task The_configured_binary_is_used_though_a_newer_one_is_on_PATH()
    {
        using var old = ScriptedFfprobe.Stating("5.1.9", "59. 27.100");
        using var newer = ScriptedFfprobe.Stating("7.1.5", "61.  7.103");
        SetPath(newer.Folder);
        using var binary = TestFfprobe.Binary(new ProbeOptions { FfprobePath = old.Path });

        var found = await binary.FindAsync(CancellationToken.None);

        Assert.Equal((old.Path, null), (found.Path, await binary.FindOtherAsync(found, CancellationToken.None)));
    }

    [Fact]
    public async Task A_file_with_two_names_is_no_alternative_to_itself()
    {
        using var only = ScriptedFfprobe.Doing("exit 1");
        var link = Directory.CreateSymbolicLink(only.In("link"), only.Folder).FullName;
        SetPath(only.Folder, link);
        using var binary = TestFfprobe.Binary(new ProbeOptions());

        var found = await binary.FindAsync(CancellationToken.None);

        Assert.Equal($"ffprobe version test at {only.Path}, the only usable one", found.Summary);
        Assert.Null(await binary.FindOtherAsync(found, CancellationToken.None));
    }

    [Fact]
    public async Task If_none_works_the_message_names_every_path_and_its_problem()
    {
        using var broken = ScriptedFfprobe.Of("#!/bin/sh\nexit 3");
        SetPath("/nonexistent", broken.Folder);
        using var binary = TestFfprobe.Binary(new ProbeOptions());

        var missing = await Assert.ThrowsAsync<ToolMissingException>(() => binary.FindAsync(CancellationToken.None));

        Assert.Equal(
            $"No usable ffprobe was found. Tried {Path.Combine(AppContext.BaseDirectory, "ffprobe")}: does not exist; "
            + $"/nonexistent/ffprobe: does not exist; {broken.Path}: exit code 3. Set MediaInfo:Probe:FfprobePath.",
            missing.Message);
    }

    [Fact]
    public async Task A_relative_folder_is_not_searched()
    {
        using var good = ScriptedFfprobe.Doing("exit 1");
        SetPath(".", Path.GetRelativePath(Environment.CurrentDirectory, good.Folder));
        using var binary = TestFfprobe.Binary(new ProbeOptions());

        var missing = await Assert.ThrowsAsync<ToolMissingException>(() => binary.FindAsync(CancellationToken.None));

        Assert.Equal(
            $"No usable ffprobe was found. Tried {Path.Combine(AppContext.BaseDirectory, "ffprobe")}: does not exist. Set MediaInfo:Probe:FfprobePath.",
            missing.Message);
    }

    [Fact]
    public async Task A_failed_search_is_repeated_after_a_pause()
    {
        var time = new ManualTimeProvider();
        using var late = ScriptedFfprobe.Doing("exit 1");
        SetPath("/nonexistent");
        using var binary = TestFfprobe.Binary(new ProbeOptions(), time: time);
        await Assert.ThrowsAsync<ToolMissingException>(() => binary.FindAsync(CancellationToken.None));

        SetPath(late.Folder);

        await Assert.ThrowsAsync<ToolMissingException>(() => binary.FindAsync(CancellationToken.None));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(late.Path, (await binary.FindAsync(CancellationToken.None)).Path);
    }

    [Fact]
    public async Task A_binary_that_fails_its_self_test_is_skipped_and_health_says_why()
    {
        using var bad = ScriptedFfprobe.Doing("exit 1");
        using var good = ScriptedFfprobe.Doing("exit 1");
        SetPath("/nonexistent", bad.Folder, good.Folder);
        var trial = ScriptedTrial.Failing(bad.Path);
        using var binary = TestFfprobe.Binary(new ProbeOptions(), trial);

        var readiness = await new ToolReadiness(binary).CheckAsync(CancellationToken.None);

        Assert.True(readiness.IsReady);
        Assert.Equal(
            $"ffprobe version test at {good.Path}, the only usable one; rejected: {bad.Path}: ffprobe version test: it dies",
            readiness.Detail);
    }

    [Fact]
    public async Task The_alternative_to_a_binary_is_the_next_usable_one()
    {
        using var first = ScriptedFfprobe.Doing("exit 1");
        using var bad = ScriptedFfprobe.Doing("exit 1");
        using var second = ScriptedFfprobe.Doing("exit 1");
        SetPath(first.Folder, bad.Folder, second.Folder);
        using var binary = TestFfprobe.Binary(
            new ProbeOptions(), ScriptedTrial.Failing(bad.Path));

        var found = await binary.FindAsync(CancellationToken.None);
        var other = await binary.FindOtherAsync(found, CancellationToken.None);

        Assert.Equal((first.Path, second.Path), (found.Path, other?.Path));
        Assert.Null(await binary.FindOtherAsync(other!, CancellationToken.None));
    }

    [Fact]
    public async Task A_crash_is_retried_once_with_another_binary()
    {
        using var crashing = ScriptedFfprobe.Doing("kill -SEGV $$");
        using var good = ScriptedFfprobe.Doing("printf report");
        SetPath(crashing.Folder, good.Folder);
        using var binary = TestFfprobe.Binary(new ProbeOptions());
        var process = new ToolProcess(binary, TestFfprobe.Child(new ProbeOptions()), NullLogger<ToolProcess>.Instance);

        Assert.Equal((ToolEnd.Exited, 6), await EndAsync(process));
        Assert.Equal((ToolEnd.Exited, 6), await EndAsync(process));
    }

    [Fact]
    public async Task A_binary_that_disappears_is_replaced_by_the_next()
    {
        using var first = ScriptedFfprobe.Doing("exit 1");
        using var second = ScriptedFfprobe.Doing("printf report");
        SetPath(first.Folder, second.Folder);
        using var binary = TestFfprobe.Binary(new ProbeOptions());
        var process = new ToolProcess(binary, TestFfprobe.Child(new ProbeOptions()), NullLogger<ToolProcess>.Instance);
        Assert.Equal(first.Path, (await binary.FindAsync(CancellationToken.None)).Path);

        File.Delete(first.Path);

        Assert.Equal((ToolEnd.Exited, 6), await EndAsync(process));
        Assert.Equal(second.Path, (await binary.FindAsync(CancellationToken.None)).Path);
    }

    private static async Task<(ToolEnd End, int Length)> EndAsync(ToolProcess process)
    {
        var run = await process.RunAsync(
            new ToolCall([], OpenProxy.Lease, TimeSpan.FromMinutes(10)), CancellationToken.None).SoonAsync();
        return (run.End, run.Report.Length);
    }

    private static void SetPath(params string[] folders) =>
        Environment.SetEnvironmentVariable("PATH", string.Join(Path.PathSeparator, folders));
}
