using MediaInfo.Core.Probing;
using MediaInfo.Core.Probing.Processes;
using MediaInfo.Core.Probing.Processes.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Core.Tests.Support;

/// <summary>Makes what runs ffprobe.</summary>
public static class TestFfprobe
{
    public static OrphanGuard Guard { get; } = new(NullLogger<OrphanGuard>.Instance);

    /// <summary>One without a sandbox: scripts start other programs.</summary>
    public static FfprobeChild Child(ProbeOptions options, TimeProvider? time = null) =>
        Child(options with { Sandbox = SandboxUse.Off }, SandboxSupport.OfThisKernel, time);

    /// <summary>One with the sandbox of the options, as far as that kernel can.</summary>
    public static FfprobeChild Child(ProbeOptions options, SandboxSupport support, TimeProvider? time = null) =>
        new(options, Guard, new ChildSandbox(options, support), time ?? TimeProvider.System);

    /// <summary>A search without a self-test, which scripts cannot pass, unless one is given.</summary>
    public static FfprobeBinary Binary(ProbeOptions options, ScriptedTrial? trial = null, TimeProvider? time = null) =>
        new(options, Child(options), trial ?? ScriptedTrial.Passing, time ?? TimeProvider.System);
}
