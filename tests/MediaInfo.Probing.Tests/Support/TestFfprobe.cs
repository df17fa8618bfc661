using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Processes.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>Creates the objects that run ffprobe.</summary>
public static class TestFfprobe
{
    public static OrphanGuard Guard { get; } = new(NullLogger<OrphanGuard>.Instance);

    /// <summary>A child without a sandbox, because scripts start other programs.</summary>
    public static ToolChild Child(ProbeOptions options, TimeProvider? time = null) =>
        Child(options with { Sandbox = SandboxUse.Off }, SandboxSupport.OfThisKernel, time);

    /// <summary>A child with the sandbox of the options, as far as the given kernel supports it.</summary>
    public static ToolChild Child(ProbeOptions options, SandboxSupport support, TimeProvider? time = null) =>
        new(Tool.Ffprobe(options), Guard, new ChildSandbox(options, support), time ?? TimeProvider.System);

    /// <summary>A search with the given self-test, or without one, because scripts cannot pass the real one.</summary>
    public static ToolBinary Binary(ProbeOptions options, ScriptedTrial? trial = null, TimeProvider? time = null) =>
        new(Tool.Ffprobe(options), Child(options), trial ?? ScriptedTrial.Passing, time ?? TimeProvider.System);
}
