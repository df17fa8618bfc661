using System.IO.Pipes;

namespace MediaInfo.Probing.Processes;

/// <summary>A child's input, output and error pipes.</summary>
internal sealed class ChildPipes : IDisposable
{
    private readonly AnonymousPipeServerStream _input = new(PipeDirection.Out, HandleInheritability.None);
    private readonly AnonymousPipeServerStream _output = new(PipeDirection.In, HandleInheritability.None);
    private readonly AnonymousPipeServerStream _messages = new(PipeDirection.In, HandleInheritability.None);

    /// <summary>Its standard input.</summary>
    public Stream Input => _input;

    /// <summary>Its standard output.</summary>
    public Stream Output => _output;

    /// <summary>Its standard error.</summary>
    public Stream Messages => _messages;

    /// <summary>The descriptors that become its standard input, output and error.</summary>
    public IReadOnlyList<int> ChildEnds =>
    [
        (int)_input.ClientSafePipeHandle.DangerousGetHandle(),
        (int)_output.ClientSafePipeHandle.DangerousGetHandle(),
        (int)_messages.ClientSafePipeHandle.DangerousGetHandle(),
    ];

    /// <summary>Closes this process's copies of the child's ends: a pipe ends when its last write end is closed.</summary>
    public void CloseChildEnds()
    {
        _input.DisposeLocalCopyOfClientHandle();
        _output.DisposeLocalCopyOfClientHandle();
        _messages.DisposeLocalCopyOfClientHandle();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        CloseChildEnds();
        _input.Dispose();
        _output.Dispose();
        _messages.Dispose();
    }
}
