namespace MediaInfo.Probing.Processes;

/// <summary>One run of a tool.</summary>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Lease">The proxy for every HTTP request that it makes; null if it makes none.</param>
/// <param name="TimeLimit">Wall-clock time after which it is killed.</param>
public sealed record ToolCall(IReadOnlyList<string> Arguments, ProxyLease? Lease, TimeSpan TimeLimit)
{
    /// <summary>Kills it early; it ends as <see cref="ToolEnd.Stopped"/>.</summary>
    public CancellationToken Stopped { get; init; }

    /// <summary>
    /// Reads standard output to its end while it runs; null keeps it as the report, up to the limit. Called again if another
    /// binary has to run.
    /// </summary>
    public Func<Stream, Task>? Output { get; init; }

    /// <summary>
    /// Sees standard error in pieces as it comes, after <see cref="Output"/> was called; the end of it is kept anyway. Null
    /// for nobody.
    /// </summary>
    public Action<ReadOnlySpan<byte>>? Messages { get; init; }

    /// <summary>
    /// Writes standard input, which then ends; null if it is empty. Called again if another binary has to run. A write fails
    /// with an <see cref="IOException"/> once the tool reads no more, which is no fault.
    /// </summary>
    public Func<Stream, Task>? Input { get; init; }

    /// <summary>How many threads may compute at once: each may use the processor for the whole time limit.</summary>
    public int Threads { get; init; } = 1;
}
