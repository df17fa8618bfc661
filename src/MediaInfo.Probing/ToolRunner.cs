using MediaInfo.Core.Jobs;
using MediaInfo.Probing.Processes;

namespace MediaInfo.Probing;

/// <summary>Runs a tool on an object through the proxy and classifies the outcome.</summary>
/// <remarks>There is one for each tool, under the key of its name (<see cref="Tool.FfmpegName"/>).</remarks>
public sealed class ToolRunner(IObjectProxy proxy, ToolProcess process)
{
    /// <summary>Why the tool cannot be run, as text for operators; null if it can.</summary>
    public Task<string?> FindProblemAsync(CancellationToken cancellationToken) => process.FindProblemAsync(cancellationToken);

    /// <summary>Runs the tool on the session's object until it ends.</summary>
    /// <param name="session">The step's view of storage. Several runs may share it.</param>
    /// <param name="call">
    /// Makes the call from the lease, which has the address of the session's object. The session's own end stops it.
    /// </param>
    /// <param name="cancellationToken">Kills the tool and cancels the call.</param>
    /// <returns>How it ended, and why it gave no usable result; null if it did.</returns>
    /// <exception cref="IOException">Storage failed while it read, so its result means nothing; retry.</exception>
    /// <exception cref="ToolMissingException">No working binary was found.</exception>
    public async Task<(ToolRun Run, JobFailure? Failure)> RunAsync(
        ProbeSession session, Func<ProxyLease, ToolCall> call, CancellationToken cancellationToken)
    {
        using var lease = proxy.Open(session);
        var one = call(lease) with { Stopped = session.Stopped };
        var run = await process.RunAsync(one, cancellationToken);
        if (session is { Failure: null, StorageFault: { } fault })
        {
            throw new IOException("Storage failed while the object was read", fault);
        }

        return (run, ToolVerdict.FailureOf(process.Tool, run, session.Failure, one.TimeLimit));
    }

    /// <summary>Runs the tool on what it gets on standard input, without any object, until it ends.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Kills the tool and cancels the call.</param>
    /// <returns>How it ended, and why it gave no usable result; null if it did.</returns>
    /// <exception cref="ToolMissingException">No working binary was found.</exception>
    public async Task<(ToolRun Run, JobFailure? Failure)> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var run = await process.RunAsync(call, cancellationToken);
        return (run, ToolVerdict.FailureOf(process.Tool, run, read: null, call.TimeLimit));
    }
}
