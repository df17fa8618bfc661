using System.ComponentModel;
using System.Diagnostics;

namespace MediaInfo.Probing.Processes;

/// <summary>A child on systems other than Linux: started by the runtime, without confinement.</summary>
internal sealed class OrdinaryChild : IChild
{
    private readonly Process _process;

    private OrdinaryChild(Process process)
    {
        _process = process;
        ExitCode = WaitForEndAsync();
    }

    /// <inheritdoc />
    public int Id => _process.Id;

    /// <inheritdoc />
    public Stream Input => _process.StandardInput.BaseStream;

    /// <inheritdoc />
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <inheritdoc />
    public Stream Messages => _process.StandardError.BaseStream;

    /// <inheritdoc />
    public Task<int> ExitCode { get; }

    /// <summary>Starts it.</summary>
    /// <exception cref="Win32Exception">It could not be started.</exception>
    public static OrdinaryChild Start(ChildCommand command)
    {
        var start = new ProcessStartInfo(command.Path, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetPathRoot(command.Path),
        };
        start.Environment.Clear();
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        return new OrdinaryChild(Process.Start(start)!);
    }

    /// <inheritdoc />
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <inheritdoc />
    public void Dispose()
    {
        // Process.Dispose leaves streams open once its properties have handed them out.
        _process.StandardInput.Dispose();
        _process.StandardOutput.Dispose();
        _process.StandardError.Dispose();
        _process.Dispose();
    }

    private async Task<int> WaitForEndAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }
}
