namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>
/// The kernel's confinement of every child that reads media: it may read and run its own files, connect to the object proxy's
/// port, write to a pipe, and nothing else.
/// </summary>
public sealed class ChildSandbox(ProbeOptions options, SandboxSupport support)
{
    // Random numbers: without them a C++ library ends its program.
    private static readonly ProgramFile Random = new("/dev/urandom", IsRun: false);

    private readonly ProgramFiles _files = new();
    private readonly ulong[] _filter = support.HasFilter ? SystemCallFilter.Make(support.LandlockAbi) : [];

    /// <summary>Whether the sandbox is on and complete.</summary>
    public bool IsWhole => options.Sandbox != SandboxUse.Off && support.IsWhole;

    /// <summary>Whether any part of the sandbox is active.</summary>
    public bool IsInForce => options.Sandbox != SandboxUse.Off && (support.LandlockAbi > 0 || support.HasFilter);

    /// <summary>Whether no child may be started, because the full sandbox is required and this kernel lacks part of it.</summary>
    public bool IsMissed => options.Sandbox == SandboxUse.Required && !support.IsWhole;

    /// <summary>How much of it is active, as text.</summary>
    public string InWords => options.Sandbox == SandboxUse.Off ? "off (Probe:Sandbox)" : support.InWords;

    /// <summary>The confinement of one child; null if the sandbox is off.</summary>
    /// <param name="program">The program's path.</param>
    /// <param name="folders">Folders whose files it may read besides its own.</param>
    /// <param name="port">The port it may connect to; null for none.</param>
    internal Confinement? For(string program, IReadOnlyList<string> folders, int? port) =>
        options.Sandbox == SandboxUse.Off
            ? null
            : new Confinement(support.LandlockAbi, _filter, support.LandlockAbi > 0 ? FilesOf(program, folders) : [], port);

    private IEnumerable<ProgramFile> FilesOf(string program, IReadOnlyList<string> folders) =>
        [.. _files.Of(program), Random, .. folders.Select(folder => new ProgramFile(folder, IsRun: false))];
}
