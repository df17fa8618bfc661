namespace MediaInfo.Core.Probing.Processes;

/// <summary>Runs the ffprobe that was found, and once more another one where the first was gone or crashed.</summary>
public sealed class FfprobeProcess(FfprobeBinary binary, FfprobeChild child)
{
    /// <summary>Runs ffprobe to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="proxyUrl">The proxy for every HTTP request it makes.</param>
    /// <param name="timeLimit">Wall time after which it is killed.</param>
    /// <param name="stopped">Kills it early; ends as <see cref="FfprobeEnd.Stopped"/>.</param>
    /// <param name="cancellationToken">Kills it and cancels the call.</param>
    /// <param name="output">Reads standard output while it runs, to its end; null keeps it as the report, up to the limit.</param>
    /// <exception cref="FfprobeMissingException">No ffprobe that runs was found.</exception>
    public async Task<FfprobeRun> RunAsync(
        IReadOnlyList<string> arguments,
        string proxyUrl,
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
            // It ran once: somebody has removed or changed it. What is there now may be an upgrade, or its copy made anew.
            binary.Forget(found);
            found = await binary.FindAsync(cancellationToken);
            run = await RunOneAsync(found);
        }

        // A fault of one build is seldom one of the next.
        return run.End == FfprobeEnd.Crashed && await binary.FindOtherAsync(found, cancellationToken) is { } other
            ? await RunOneAsync(other)
            : run;

        Task<FfprobeRun> RunOneAsync(FoundFfprobe one) =>
            child.RunAsync(one.Path, arguments, proxyUrl, timeLimit, stopped, cancellationToken, output);
    }
}
