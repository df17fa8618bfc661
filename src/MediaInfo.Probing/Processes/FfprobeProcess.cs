namespace MediaInfo.Probing.Processes;

/// <summary>Runs the ffprobe that was found. Retries once with another if it is gone or crashes.</summary>
public sealed class FfprobeProcess(FfprobeBinary binary, FfprobeChild child)
{
    /// <summary>Runs ffprobe until it ends.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="lease">The proxy for every HTTP request it makes.</param>
    /// <param name="timeLimit">Wall-clock time after which it is killed.</param>
    /// <param name="stopped">Kills it early; ends as <see cref="FfprobeEnd.Stopped"/>.</param>
    /// <param name="cancellationToken">Kills it and cancels the call.</param>
    /// <param name="output">Reads standard output to its end while it runs; null keeps it as the report, up to the limit.</param>
    /// <exception cref="FfprobeMissingException">No working ffprobe was found.</exception>
    public async Task<FfprobeRun> RunAsync(
        IReadOnlyList<string> arguments,
        ProxyLease lease,
        TimeSpan timeLimit,
        CancellationToken stopped,
        CancellationToken cancellationToken,
        Func<Stream, Task>? output = null)
    {
        var found = await binary.FindAsync(cancellationToken);
        FfprobeRun run;
        try
        {
            run = await RunOneAsync(found);
        }
        catch (FfprobeMissingException)
        {
            // It ran before, so it was removed or changed since. It may have been upgraded, or its copy may have to be made
            // again.
            binary.Forget(found);
            found = await binary.FindAsync(cancellationToken);
            run = await RunOneAsync(found);
        }

        // A bug in one build is rarely in the next.
        return run.End == FfprobeEnd.Crashed && await binary.FindOtherAsync(found, cancellationToken) is { } other
            ? await RunOneAsync(other)
            : run;

        Task<FfprobeRun> RunOneAsync(FoundFfprobe one) =>
            child.RunAsync(one.Path, arguments, lease, timeLimit, stopped, cancellationToken, output);
    }
}
