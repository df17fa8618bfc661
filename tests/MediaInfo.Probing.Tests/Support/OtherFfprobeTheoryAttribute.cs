namespace MediaInfo.Probing.Tests.Support;

/// <summary>A theory over the releases of <see cref="OtherFfprobes"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OtherFfprobeTheoryAttribute : TheoryAttribute
{
    public OtherFfprobeTheoryAttribute() => Skip = OtherFfprobes.Lacking;
}
