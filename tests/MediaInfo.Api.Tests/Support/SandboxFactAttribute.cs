using MediaInfo.Core.Probing.Processes.Sandbox;

namespace MediaInfo.Api.Tests.Support;

/// <summary>A test that needs a kernel with the whole sandbox.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxFactAttribute : FactAttribute
{
    public SandboxFactAttribute() => Skip = SandboxSupport.OfThisKernel.IsWhole ? null : SandboxSupport.OfThisKernel.InWords;
}
