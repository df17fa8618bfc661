using MediaInfo.Probing.Processes.Sandbox;

namespace MediaInfo.TestSupport.Sandbox;

/// <summary>A test that needs a kernel with the full sandbox.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxFactAttribute : FactAttribute
{
    /// <summary>Runs the stand-ins for ffprobe that try to escape: it can make any system call by itself.</summary>
    public const string Perl = "/usr/bin/perl";

    public SandboxFactAttribute() => Skip = Lacking;

    /// <summary>What this machine lacks; null if nothing.</summary>
    public static string? Lacking { get; } =
        !SandboxSupport.OfThisKernel.IsWhole ? SandboxSupport.OfThisKernel.InWords
        : !File.Exists(Perl) ? $"there is no {Perl}"
        : null;
}
