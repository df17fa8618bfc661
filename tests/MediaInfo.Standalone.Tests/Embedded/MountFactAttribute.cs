using System.Diagnostics;

namespace MediaInfo.Standalone.Tests.Embedded;

/// <summary>A test that mounts a file system for one process alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : FactAttribute
{
    private static readonly bool CanMount = Works();

    public MountFactAttribute() => Skip = CanMount ? null : "this system lets no process mount for itself (unshare -rm)";

    private static bool Works()
    {
        try
        {
            using var probe = Process.Start("unshare", ["-rm", "true"]);
            probe.WaitForExit();
            return probe.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
