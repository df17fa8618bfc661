using MediaInfo.Core.Probing.Processes.Sandbox;

namespace MediaInfo.Api.Tests.Support;

/// <summary>Tests that need a kernel with the whole sandbox.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxTheoryAttribute : TheoryAttribute
{
    public SandboxTheoryAttribute() => Skip = SandboxSupport.OfThisKernel.IsWhole ? null : SandboxSupport.OfThisKernel.InWords;
}
