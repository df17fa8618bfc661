namespace MediaInfo.Probing.Tests.Support;

/// <summary>A theory over the releases of <see cref="OtherTools"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OtherToolsTheoryAttribute : TheoryAttribute
{
    public OtherToolsTheoryAttribute() => Skip = OtherTools.Lacking;
}
