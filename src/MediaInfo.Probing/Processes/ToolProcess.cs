using Microsoft.Extensions.Logging;

namespace MediaInfo.Probing.Processes;

/// <summary>Runs the binary of a tool that was found. Retries once with another if it is gone or crashes.</summary>
public sealed class ToolProcess(ToolBinary binary, ToolChild child, ILogger<ToolProcess> log)
{
    /// <summary>The tool.</summary>
    public Tool Tool => binary.Tool;

    /// <summary>Why there is none to run, as text for operators; null if there is one.</summary>
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            await binary.FindAsync(cancellationToken);
            return null;
        }
        catch (ToolMissingException e)
        {
            return e.Message;
        }
    }

    /// <summary>Runs it until it ends.</summary>
    /// <param name="call">Its arguments, its limits, and what is read and written meanwhile.</param>
    /// <param name="cancellationToken">Kills it and cancels the call.</param>
    /// <exception cref="ToolMissingException">No working binary was found.</exception>
    public async Task<ToolRun> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var found = await binary.FindAsync(cancellationToken);
        ToolRun run;
        try
        {
            run = await child.RunAsync(found.Path, call, cancellationToken);
        }
        catch (ToolMissingException)
        {
            // It ran before, so it was removed or changed since. It may have been upgraded, or its copy may have to be made
            // again.
            binary.Forget(found);
            found = await binary.FindAsync(cancellationToken);
            run = await child.RunAsync(found.Path, call, cancellationToken);
        }

        if (run.End == ToolEnd.Exited && run.Code != 0)
        {
            // What it said may name this machine's files, so the job's owner is not shown it all.
            log.ToolEnded(binary.Tool.Name, run.InWords());
        }

        // A bug in one build is rarely in the next.
        return run.End == ToolEnd.Crashed && await binary.FindOtherAsync(found, cancellationToken) is { } other
            ? await child.RunAsync(other.Path, call, cancellationToken)
            : run;
    }
}
