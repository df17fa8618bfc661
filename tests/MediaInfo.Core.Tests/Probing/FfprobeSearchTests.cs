using MediaInfo.Core.Probing;
using MediaInfo.Core.Tests.Support;

namespace MediaInfo.Core.Tests.Probing;

/// <summary>The search along PATH, which is this process's own and so is changed by no other test.</summary>
[Collection(nameof(FfprobeSearchTests))]
[CollectionDefinition(nameof(FfprobeSearchTests), DisableParallelization = true)]
public sealed class FfprobeSearchTests : IDisposable
{
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");

    public void Dispose() => Environment.SetEnvironmentVariable("PATH", _path);

    [Fact]
    public async Task Without_a_setting_the_first_that_runs_on_PATH_is_taken()
    {
        using var broken = ScriptedFfprobe.Of("#!/bin/sh\nexit 3");
        using var good = ScriptedFfprobe.Doing("exit 1");
        SetPath("/nonexistent", broken.Folder, good.Folder);
        using var binary = new FfprobeBinary(new ProbeOptions());

        Assert.Equal(good.Path, await binary.PathAsync(CancellationToken.None));
    }

    [Fact]
    public async Task When_none_runs_the_message_names_every_place_and_what_failed_there()
    {
        using var broken = ScriptedFfprobe.Of("#!/bin/sh\nexit 3");
        SetPath("/nonexistent", broken.Folder);
        using var binary = new FfprobeBinary(new ProbeOptions());

        var missing = await Assert.ThrowsAsync<FfprobeMissingException>(() => binary.FindAsync(CancellationToken.None));

        Assert.Equal(
            $"No ffprobe runs here. Tried {Path.Combine(AppContext.BaseDirectory, "ffprobe")}: not there; "
            + $"/nonexistent/ffprobe: not there; {broken.Path}: exit code 3. Set MediaInfo:Probe:FfprobePath.",
            missing.Message);
    }

    [Fact]
    public async Task A_failed_search_is_made_again()
    {
        using var late = ScriptedFfprobe.Doing("exit 1");
        SetPath("/nonexistent");
        using var binary = new FfprobeBinary(new ProbeOptions());
        await Assert.ThrowsAsync<FfprobeMissingException>(() => binary.FindAsync(CancellationToken.None));

        SetPath(late.Folder);

        Assert.Equal(late.Path, await binary.PathAsync(CancellationToken.None));
    }

    private static void SetPath(params string[] folders) =>
        Environment.SetEnvironmentVariable("PATH", string.Join(Path.PathSeparator, folders));
}
