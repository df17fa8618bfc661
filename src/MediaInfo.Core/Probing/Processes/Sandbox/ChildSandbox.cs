namespace MediaInfo.Core.Probing.Processes.Sandbox;

/// <summary>
/// What the kernel confines every child to that reads media: its own files to read and run, the object proxy's port to connect
/// to, a pipe to write on, and nothing else.
/// </summary>
public sealed class ChildSandbox(ProbeOptions options, SandboxSupport support)
{
    // The machine's random numbers, without which a C++ library ends the program that it is a part of.
    private static readonly ProgramFile Random = new("/dev/urandom", IsRun: false);

    private readonly ProgramFiles _files = new();
    private readonly ulong[] _filter = support.HasFilter ? SystemCallFilter.Make(support.LandlockAbi) : [];

    /// <summary>Whether all of it is in force.</summary>
    public bool IsWhole => options.Sandbox != SandboxUse.Off && support.IsWhole;

    /// <summary>Whether anything of it is in force.</summary>
    public bool IsInForce => options.Sandbox != SandboxUse.Off && (support.LandlockAbi > 0 || support.HasFilter);

    /// <summary>Whether no child may be started, since the whole is required and this kernel lacks some of it.</summary>
    public bool IsMissed => options.Sandbox == SandboxUse.Required && !support.IsWhole;

    /// <summary>How far it is in force, for people.</summary>
    public string InWords => options.Sandbox == SandboxUse.Off ? "off (Probe:Sandbox)" : support.InWords;

    /// <summary>The confinement of one child; null where there is none.</summary>
    /// <param name="program">The program's path.</param>
    /// <param name="port">The port that it may connect to; null for none.</param>
    internal Confinement? For(string program, int? port) =>
        options.Sandbox == SandboxUse.Off
            ? null
            : new Confinement(support.LandlockAbi, _filter, support.LandlockAbi > 0 ? [.. _files.Of(program), Random] : [], port);
}
