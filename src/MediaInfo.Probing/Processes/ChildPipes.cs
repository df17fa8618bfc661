using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;

namespace MediaInfo.Probing.Processes;

/// <summary>A child's output and error pipes. Its input is empty.</summary>
internal sealed class ChildPipes : IDisposable
{
    private readonly SafeFileHandle _input = File.OpenHandle("/dev/null");
    private readonly AnonymousPipeServerStream _output = new(PipeDirection.In, HandleInheritability.None);
    private readonly AnonymousPipeServerStream _messages = new(PipeDirection.In, HandleInheritability.None);

    /// <summary>Its standard output.</summary>
    public Stream Output => _output;

    /// <summary>Its standard error.</summary>
    public Stream Messages => _messages;

    /// <summary>The descriptors that become its standard input, output and error.</summary>
    public IReadOnlyList<int> ChildEnds =>
    [
        (int)_input.DangerousGetHandle(),
        (int)_output.ClientSafePipeHandle.DangerousGetHandle(),
        (int)_messages.ClientSafePipeHandle.DangerousGetHandle(),
    ];

    /// <summary>Closes this process's copies of the child's ends: a pipe ends when its last write end is closed.</summary>
    public void CloseChildEnds()
    {
        _input.Dispose();
        _output.DisposeLocalCopyOfClientHandle();
        _messages.DisposeLocalCopyOfClientHandle();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        CloseChildEnds();
        _output.Dispose();
        _messages.Dispose();
    }
}
