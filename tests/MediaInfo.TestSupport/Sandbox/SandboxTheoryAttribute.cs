namespace MediaInfo.TestSupport.Sandbox;

/// <summary>A theory that needs a kernel with the full sandbox.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxTheoryAttribute : TheoryAttribute
{
    public SandboxTheoryAttribute() => Skip = SandboxFactAttribute.Lacking;
}
