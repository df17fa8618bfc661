using MediaInfo.Core.Probing.Processes.Sandbox;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>A test that needs a kernel with the whole sandbox.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxFactAttribute : FactAttribute
{
    /// <summary>Skips it where there is none.</summary>
    public SandboxFactAttribute() => Skip = SandboxSupport.OfThisKernel.IsWhole ? null : SandboxSupport.OfThisKernel.InWords;
}
