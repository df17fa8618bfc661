using Microsoft.Win32.SafeHandles;

namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>The confinement of one child, as far as the kernel supports it.</summary>
internal sealed class Confinement : IDisposable
{
    private readonly SafeFileHandle? _rules;
    private readonly ulong[] _filter;

    /// <summary>Creates the rules.</summary>
    /// <param name="landlockAbi">The Landlock ABI version; 0 for none.</param>
    /// <param name="filter">The system call filter; empty for none.</param>
    /// <param name="files">Files it may read, or run.</param>
    /// <param name="port">The TCP port it may connect to; null for none.</param>
    public Confinement(int landlockAbi, ulong[] filter, IEnumerable<ProgramFile> files, int? port)
    {
        _rules = landlockAbi > 0 ? Landlock.Rules(landlockAbi, files, port) : null;
        _filter = filter;
    }

    /// <summary>The descriptor of Landlock's rules; negative if there are none.</summary>
    public int RulesDescriptor => _rules is null ? -1 : (int)_rules.DangerousGetHandle();

    /// <summary>The system call filter; empty for none.</summary>
    public ReadOnlySpan<ulong> Filter => _filter;

    /// <inheritdoc />
    public void Dispose() => _rules?.Dispose();
}
