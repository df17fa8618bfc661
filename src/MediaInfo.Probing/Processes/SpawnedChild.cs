using System.ComponentModel;
using System.Diagnostics;
using MediaInfo.Probing.Processes.Sandbox;

namespace MediaInfo.Probing.Processes;

/// <summary>A child on Linux, confined or not.</summary>
internal sealed class SpawnedChild : IChild
{
    private const int SignalBase = 128;

    private readonly ChildPipes _pipes;
    private readonly Lock _lock = new();
    private bool _hasExited;

    private SpawnedChild(int id, ChildPipes pipes)
    {
        Id = id;
        _pipes = pipes;
        ExitCode =
            Task.Factory.StartNew(WaitForEnd, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <inheritdoc />
    public int Id { get; }

    /// <inheritdoc />
    public Stream Input => _pipes.Input;

    /// <inheritdoc />
    public Stream Output => _pipes.Output;

    /// <inheritdoc />
    public Stream Messages => _pipes.Messages;

    /// <inheritdoc />
    public Task<int> ExitCode { get; }

    /// <summary>Starts it.</summary>
    /// <param name="command">The command to run.</param>
    /// <param name="confinement">Its confinement; null for none.</param>
    /// <exception cref="Win32Exception">It could not be started.</exception>
    public static SpawnedChild Start(ChildCommand command, Confinement? confinement)
    {
        var pipes = new ChildPipes();
        try
        {
            var id = ConfinedStart.Start(command, pipes, confinement);
            pipes.CloseChildEnds();
            return new SpawnedChild(id, pipes);
        }
        catch
        {
            pipes.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public void Kill()
    {
        lock (_lock)
        {
            // After that its process id may belong to another process.
            if (!_hasExited)
            {
                using var process = Process.GetProcessById(Id);
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _pipes.Dispose();

    private int WaitForEnd()
    {
        ChildEnd.Await(Id);
        lock (_lock)
        {
            _hasExited = true;
            var (isExit, status) = ChildEnd.Take(Id);
            return isExit ? status : SignalBase + status;
        }
    }
}
