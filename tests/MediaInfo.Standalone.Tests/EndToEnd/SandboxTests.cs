using System.Runtime.InteropServices;
using System.Text.Json;
using MediaInfo.TestSupport.Sandbox;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>The whole program with a compromised ffprobe, and on a kernel that cannot confine it.</summary>
[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class SandboxTests(StandaloneFixture fixture)
{
    private const string Lacking = "this kernel does not confine files (Landlock) and connections (Landlock 4, Linux 6.7)";

    // Simulates a kernel without landlock_create_ruleset(2), number 444: prctl(2) installs a filter of four instructions.
    private static readonly string[] WithoutLandlock =
    [
        "/usr/bin/perl",
        "-e",
        """
        my $prctl = shift;
        my $filter = pack('SCCL' x 4, 0x20,0,0,0, 0x15,0,1,444, 0x06,0,0,0x00050026, 0x06,0,0,0x7FFF0000);
        syscall($prctl, 38, 1, 0, 0, 0) == 0 && syscall($prctl, 22, 2, pack('S x6 P', 4, $filter), 0, 0) == 0 or die "no filter: $!";
        exec @ARGV;
        """,
        RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "167" : "157",
    ];

    [SandboxFact]
    public async Task A_compromised_ffprobe_reaches_nothing()
    {
        using var ffprobe = new EscapingFfprobe();
        Assert.Equal(EscapingFfprobe.Nothing, await MessageAsync(ffprobe, "Required"));
    }

    // Without this the test above would prove nothing. Only children that run as root can see into a process that hides itself.
    [SandboxFact]
    public async Task Without_its_sandbox_it_reaches_what_the_service_does_not_hide()
    {
        using var ffprobe = new EscapingFfprobe();
        var got = await MessageAsync(ffprobe, "Off");

        Assert.EndsWith("users written signal process port", got, StringComparison.Ordinal);
        Assert.Equal(Environment.IsPrivilegedProcess, got.Contains("environ", StringComparison.Ordinal));
    }

    // Without Landlock, but also without root's capabilities and without what the service hides.
    [SandboxFact]
    public async Task On_a_kernel_without_Landlock_it_still_sees_no_secrets()
    {
        using var ffprobe = new EscapingFfprobe();

        Assert.Equal("got cmdline users written", await MessageAsync(ffprobe, "WherePossible", WithoutLandlock));
    }

    [SandboxFact]
    public async Task Missing_kernel_features_are_reported_by_health_and_logged_once()
    {
        await fixture.UploadAsync("good.mp4");
        await using var standalone = StandaloneProcess.Start(fixture.Settings(), WithoutLandlock);
        await standalone.ListensAsync();
        using var client = new RpcClient(standalone.Endpoint);

        var ready = await client.GetHealthAsync(StandaloneFixture.HealthKey);
        var job = Assert.Single(await new JobBatch(fixture, [await client.SubmitAsync("good.mp4")]).AllEndAsync(standalone));

        Assert.Equal(200, ready.Status);
        var checks = JsonDocument.Parse(ready.Body).RootElement.GetProperty("checks");
        Assert.Equal(Lacking, checks.GetProperty("sandbox").GetProperty("detail").GetString());
        Assert.Equal("Success", job.GetProperty("State").GetString());
        Assert.Single(
            standalone.Output.Split('\n'),
            line => line.Contains($"What reads media is not fully confined: {Lacking}", StringComparison.Ordinal));
    }

    [SandboxFact]
    public async Task If_the_full_sandbox_is_required_but_unsupported_the_process_does_not_start()
    {
        await using var standalone = StandaloneProcess.Start(
            fixture.Settings(("MediaInfo__Probe__Sandbox", "Required")), WithoutLandlock);

        Assert.NotEqual(0, await standalone.ExitAsync());

        Assert.Contains($"Probe:Sandbox: Required, but {Lacking}", standalone.Errors, StringComparison.Ordinal);
    }

    private async Task<string> MessageAsync(EscapingFfprobe ffprobe, string sandbox, params IReadOnlyList<string> launcher)
    {
        await fixture.UploadAsync("escape.mp4");
        await using var standalone = StandaloneProcess.Start(
            fixture.Settings(("MediaInfo__Probe__FfprobePath", ffprobe.FullPath), ("MediaInfo__Probe__Sandbox", sandbox)),
            launcher);
        await standalone.ListensAsync();
        using var client = new RpcClient(standalone.Endpoint);
        var job = Assert.Single(await new JobBatch(fixture, [await client.SubmitAsync("escape.mp4")]).AllEndAsync(standalone));
        var message = job.GetProperty("Reason").GetString()!;
        return message[(message.LastIndexOf(": ", StringComparison.Ordinal) + 2)..];
    }
}
