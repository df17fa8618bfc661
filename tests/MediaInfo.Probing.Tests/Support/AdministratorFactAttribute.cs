namespace MediaInfo.Probing.Tests.Support;

/// <summary>A test that needs root, because only root may change the owner of a file.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AdministratorFactAttribute : FactAttribute
{
    public AdministratorFactAttribute() =>
        Skip = Environment.IsPrivilegedProcess ? null : "only the administrator can give files to others";
}
