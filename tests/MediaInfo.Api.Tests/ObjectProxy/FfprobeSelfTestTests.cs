using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Probing;
using MediaInfo.Core.Probing.Processes;
using MediaInfo.Core.Probing.Processes.Sandbox;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.ObjectProxy;

/// <summary>The self-test of a binary, with the real ffprobe and with scripts that break it in the known ways.</summary>
public sealed class FfprobeSelfTestTests(FfprobeRig rig) : IClassFixture<FfprobeRig>, IDisposable
{
    private static readonly string Real = RepositoryRoot.Combine("node_modules", "@ffprobe-installer", "linux-x64", "ffprobe");

    private readonly string _folder = Directory.CreateTempSubdirectory("mediainfo-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_real_one_passes_in_its_sandbox()
    {
        var readiness = await CheckAsync(Real, SandboxUse.WherePossible);

        Assert.True(readiness.IsReady, readiness.Detail);
        Assert.StartsWith("ffprobe version ", readiness.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_resolves_names_itself_is_found_out()
    {
        var readiness = await CheckAsync(await ScriptAsync("unset http_proxy"));

        Assert.False(readiness.IsReady);
        Assert.Contains("the self-test with an MPEG transport stream whose service has a name failed: ", readiness.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*service.ts*) kill -SEGV $$", "an MPEG transport stream whose service has a name failed: ended by signal 11")]
    [InlineData("*index.m3u8*) kill -SEGV $$", "a playlist that names a host failed: ended by signal 11")]
    [InlineData("*index.m3u8*) echo 'no such protocol' >&2; exit 1", "a playlist that names a host failed: exit code 1, no such protocol")]
    [InlineData("*service.ts*) echo {}; exit 0", "an MPEG transport stream whose service has a name failed: its report is not what is in it")]
    public async Task What_failed_is_told(string fault, string told)
    {
        var readiness = await CheckAsync(await ScriptAsync($"ulimit -c 0; case \"$*\" in {fault} ;; esac"));

        Assert.False(readiness.IsReady);
        Assert.Contains($"the self-test with {told}", readiness.Detail, StringComparison.Ordinal);
    }

    // Scripts start other programs, which none does in its sandbox.
    private async Task<Core.Health.Readiness> CheckAsync(string path, SandboxUse use = SandboxUse.Off)
    {
        using var binary = rig.NewBinary(new ProbeOptions { FfprobePath = path, Sandbox = use });
        return await new FfprobeReadiness(binary).CheckAsync(CancellationToken.None).SoonAsync();
    }

    // Does the lines, and then what the real one does.
    private async Task<string> ScriptAsync(string lines)
    {
        var real = Path.Combine(_folder, "real");
        return await TestScript.WriteAsync(
            Path.Combine(_folder, "ffprobe"), $"[ -x '{real}' ] || {{ cp '{Real}' '{real}' && chmod 755 '{real}'; }}\n{lines}\nexec '{real}' \"$@\"");
    }
}
