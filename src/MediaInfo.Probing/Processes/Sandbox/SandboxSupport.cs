namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>Which confinement the kernel supports.</summary>
/// <param name="LandlockAbi">
/// The Landlock ABI version; 0 if there is none. Files are confined since 1, connections since 4.
/// </param>
/// <param name="HasFilter">Whether system calls can be filtered.</param>
public sealed record SandboxSupport(int LandlockAbi, bool HasFilter)
{
    private const int FirstWithConnections = 4;

    private static readonly Lazy<SandboxSupport> Found = new(Find);

    /// <summary>The support of the running kernel, tested once.</summary>
    public static SandboxSupport OfThisKernel => Found.Value;

    /// <summary>Whether files, connections and system calls can all be confined.</summary>
    public bool IsWhole => LandlockAbi >= FirstWithConnections && HasFilter;

    /// <summary>What it can or cannot confine, as part of a sentence.</summary>
    public string InWords =>
        IsWhole ? "files, connections and system calls are confined" : $"this kernel does not confine {Lacking}";

    private string Lacking => string.Join(
        " and ",
        ((string?[])
        [
            LandlockAbi == 0 ? "files (Landlock)" : null,
            LandlockAbi < FirstWithConnections ? "connections (Landlock 4, Linux 6.7)" : null,
            HasFilter ? null : "system calls (seccomp)",
        ]).OfType<string>());

    // A container's own filter may refuse a call that the kernel supports, so each is tried once, on a throwaway thread.
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
