namespace MediaInfo.Core.Probing.Processes.Sandbox;

/// <summary>What the kernel can confine a child to.</summary>
/// <param name="LandlockAbi">The version of Landlock; 0 where there is none. Files are confined since 1, connections since 4.</param>
/// <param name="HasFilter">Whether system calls can be filtered.</param>
public sealed record SandboxSupport(int LandlockAbi, bool HasFilter)
{
    private const int FirstWithConnections = 4;

    private static readonly Lazy<SandboxSupport> Found = new(Find);

    /// <summary>That of the kernel underneath, tried once.</summary>
    public static SandboxSupport OfThisKernel => Found.Value;

    /// <summary>Whether all of it can be confined: files, connections and system calls.</summary>
    public bool IsWhole => LandlockAbi >= FirstWithConnections && HasFilter;

    /// <summary>What it can, or what it cannot, as a part of a sentence.</summary>
    public string InWords => IsWhole ? "files, connections and system calls are confined" : $"this kernel does not confine {Lacking}";

    private string Lacking => string.Join(
        " and ",
        ((string?[])
        [
            LandlockAbi == 0 ? "files (Landlock)" : null,
            LandlockAbi < FirstWithConnections ? "connections (Landlock 4, Linux 6.7)" : null,
            HasFilter ? null : "system calls (seccomp)",
        ]).OfType<string>());

    // A kernel may know a call that a container's own filter refuses: so all of it is done once, on threads that end.
    private static SandboxSupport Find()
    {
        if (!OperatingSystem.IsLinux())
        {
            return new SandboxSupport(0, HasFilter: false);
        }

        var abi = Landlock.Abi;
        return new SandboxSupport(
            abi > 0 && ConfinedStart.CanConfine(abi, []) ? abi : 0,
            SystemCallFilter.IsKnown && ConfinedStart.CanConfine(0, SystemCallFilter.Make(0)));
    }
}
