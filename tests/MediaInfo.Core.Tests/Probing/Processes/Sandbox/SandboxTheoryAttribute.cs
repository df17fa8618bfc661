namespace MediaInfo.Core.Tests.Probing.Processes.Sandbox;

/// <summary>Tests that need a kernel with the whole sandbox.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxTheoryAttribute : TheoryAttribute
{
    public SandboxTheoryAttribute() => Skip = SandboxFactAttribute.Lacking;
}
