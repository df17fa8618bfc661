using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.SelfTest;

/// <summary>The self-test of a binary, with the real ffprobe and with scripts that fail in the known ways.</summary>
[Trait("Platform", "Linux")]
public sealed class FfprobeSelfTestTests(FfprobeRig rig) : IClassFixture<FfprobeRig>, IDisposable
{
    private static readonly string Real = RepositoryTools.Ffprobe;

    private readonly string _folder = Directory.CreateTempSubdirectory("mediainfo-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_real_ffprobe_passes_in_its_sandbox()
    {
        var readiness = await CheckAsync(Real, SandboxUse.WherePossible);

        Assert.True(readiness.IsReady, readiness.Detail);
        Assert.StartsWith("ffprobe version ", readiness.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_binary_that_resolves_names_itself_is_detected()
    {
        var readiness = await CheckAsync(await ScriptAsync("unset http_proxy"));

        Assert.False(readiness.IsReady);
        Assert.Contains(
            "the self-test with an MPEG transport stream with a named service failed: ",
            readiness.Detail,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*service.ts*) kill -SEGV $$", "an MPEG transport stream with a named service failed: killed by signal 11")]
    [InlineData("*index.m3u8*) kill -SEGV $$", "a playlist with a URL that contains a host name failed: killed by signal 11")]
    [InlineData(
        "*index.m3u8*) echo 'no such protocol' >&2; exit 1",
        "a playlist with a URL that contains a host name failed: exit code 1, no such protocol")]
    [InlineData(
        "*service.ts*) echo {}; exit 0",
        "an MPEG transport stream with a named service failed: the report does not match the file")]
    public async Task The_failed_check_is_reported(string fault, string told)
    {
        var readiness = await CheckAsync(await ScriptAsync($"ulimit -c 0; case \"$*\" in {fault} ;; esac"));

        Assert.False(readiness.IsReady);
        Assert.Contains($"the self-test with {told}", readiness.Detail, StringComparison.Ordinal);
    }

    // Off by default, because the scripts start other programs and the sandbox forbids that.
    private async Task<Core.Health.Readiness> CheckAsync(string path, SandboxUse use = SandboxUse.Off)
    {
        using var binary = rig.NewBinary(new ProbeOptions { FfprobePath = path, Sandbox = use });
        return await new ToolReadiness(binary).CheckAsync(CancellationToken.None).SoonAsync();
    }

    // Runs the given lines, then the real ffprobe.
    private async Task<string> ScriptAsync(string lines)
    {
        var real = Path.Combine(_folder, "real");
        return await TestScript.WriteAsync(
            Path.Combine(_folder, "ffprobe"),
            $"[ -x '{real}' ] || {{ cp '{Real}' '{real}' && chmod 755 '{real}'; }}\n{lines}\nexec '{real}' \"$@\"");
    }
}
