namespace MediaInfo.Core.Tests.Support;

/// <summary>A test that only the administrator can make, who may give files to others.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AdministratorFactAttribute : FactAttribute
{
    public AdministratorFactAttribute() => Skip = Environment.IsPrivilegedProcess ? null : "only the administrator can give files to others";
}
