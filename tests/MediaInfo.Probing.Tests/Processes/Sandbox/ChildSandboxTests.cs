using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport.Sandbox;

namespace MediaInfo.Probing.Tests.Processes.Sandbox;

/// <summary>What health reports on a kernel without the full sandbox, and what the service does then.</summary>
[Trait("Platform", "Linux")]
public sealed class ChildSandboxTests
{
    private const string Whole = "files, connections and system calls are confined";

    [Theory]
    [InlineData(7, true, true, Whole)]
    [InlineData(4, true, true, Whole)]
    [InlineData(3, true, false, "this kernel does not confine connections (Landlock 4, Linux 6.7)")]
    [InlineData(0, true, false, "this kernel does not confine files (Landlock) and connections (Landlock 4, Linux 6.7)")]
    [InlineData(7, false, false, "this kernel does not confine system calls (seccomp)")]
    public async Task Health_says_what_the_kernel_confines(int landlock, bool hasFilter, bool isWhole, string told)
    {
        var sandbox = new ChildSandbox(new ProbeOptions(), new SandboxSupport(landlock, hasFilter));

        var readiness = await new SandboxReadiness(sandbox).CheckAsync(CancellationToken.None);

        Assert.Equal((true, told, isWhole), (readiness.IsReady, readiness.Detail, sandbox.IsWhole));
    }

    [Fact]
    public async Task Health_reports_that_the_sandbox_is_off()
    {
        var sandbox = new ChildSandbox(new ProbeOptions { Sandbox = SandboxUse.Off }, new SandboxSupport(7, HasFilter: true));

        var readiness = await new SandboxReadiness(sandbox).CheckAsync(CancellationToken.None);

        Assert.Equal(
            (true, "off (Probe:Sandbox)", false, false),
            (readiness.IsReady, readiness.Detail, sandbox.IsWhole, sandbox.IsInForce));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(7, false)]
    public async Task If_the_full_sandbox_is_required_nothing_starts_without_it(int landlock, bool hasFilter)
    {
        var options = new ProbeOptions { Sandbox = SandboxUse.Required };
        var support = new SandboxSupport(landlock, hasFilter);
        using var script = ScriptedFfprobe.Doing("touch \"$FOLDER/started\"");

        var missing = await Assert.ThrowsAsync<ToolMissingException>(() => TestFfprobe.Child(options, support).RunAsync(
            script.Path, new ToolCall([], OpenProxy.Lease, TimeSpan.FromMinutes(1)), CancellationToken.None));

        Assert.Equal($"Probe:Sandbox is Required, but {support.InWords}", missing.Message);
        Assert.False(File.Exists(script.In("started")));
        Assert.False((await new SandboxReadiness(new ChildSandbox(options, support)).CheckAsync(CancellationToken.None)).IsReady);
    }

    // Such a kernel's remaining features are still used: the filter prevents new processes even without file confinement.
    [SandboxTheory]
    [InlineData(false, "ffprobe\n")]
    [InlineData(true, "")]
    public async Task The_features_that_the_kernel_has_are_used(bool hasFilter, string copied)
    {
        using var script = ScriptedFfprobe.Of("#!/bin/sh\necho ffprobe | /bin/cat");

        var run = await TestFfprobe.Child(new ProbeOptions(), new SandboxSupport(0, hasFilter)).RunAsync(
            script.Path, new ToolCall([], OpenProxy.Lease, TimeSpan.FromMinutes(1)), CancellationToken.None);

        Assert.Equal(copied, System.Text.Encoding.UTF8.GetString(run.Report.Span));
    }
}
