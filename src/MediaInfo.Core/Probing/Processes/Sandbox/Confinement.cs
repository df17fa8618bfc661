using Microsoft.Win32.SafeHandles;

namespace MediaInfo.Core.Probing.Processes.Sandbox;

/// <summary>What one child is confined to, as far as the kernel can.</summary>
internal sealed class Confinement : IDisposable
{
    private readonly SafeFileHandle? _rules;
    private readonly ulong[] _filter;

    /// <summary>Makes the rules.</summary>
    /// <param name="landlockAbi">The version of Landlock; 0 for none.</param>
    /// <param name="filter">The filter of system calls; empty for none.</param>
    /// <param name="files">What may be read, or run.</param>
    /// <param name="port">The TCP port that may be connected to; null for none.</param>
    public Confinement(int landlockAbi, ulong[] filter, IEnumerable<ProgramFile> files, int? port)
    {
        _rules = landlockAbi > 0 ? Landlock.Rules(landlockAbi, files, port) : null;
        _filter = filter;
    }

    /// <summary>Landlock's rules as a descriptor; negative where there are none.</summary>
    public int RulesDescriptor => _rules is null ? -1 : (int)_rules.DangerousGetHandle();

    /// <summary>The filter of system calls; empty for none.</summary>
    public ReadOnlySpan<ulong> Filter => _filter;

    /// <inheritdoc />
    public void Dispose() => _rules?.Dispose();
}
