using MediaInfo.Core.Probing.Processes.Sandbox;

namespace MediaInfo.Core.Tests.Probing.Processes.Sandbox;

/// <summary>A test that needs a kernel with the whole sandbox.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxFactAttribute : FactAttribute
{
    public SandboxFactAttribute() => Skip = Lacking;

    /// <summary>What this machine lacks; null where it lacks nothing.</summary>
    public static string? Lacking { get; } =
        !SandboxSupport.OfThisKernel.IsWhole ? SandboxSupport.OfThisKernel.InWords
        : !File.Exists(EscapingFfprobe.Perl) ? $"there is no {EscapingFfprobe.Perl}"
        : null;
}
