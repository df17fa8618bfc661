using MediaInfo.Core.Objects;
using MediaInfo.Probing.Output;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Reading;

namespace MediaInfo.Probing.SelfTest;

/// <summary>
/// Makes a binary read what static builds are known to crash on, a service name and a URL with a host name, exactly as jobs read:
/// through the proxy, with the same arguments, environment and limits.
/// </summary>
public sealed class FfprobeSelfTest(
    IObjectProxy proxy, ToolChild child, CacheMemory memory, ProbeOptions options, TimeProvider time) : IToolTrial
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    private readonly SelfTestObjects _objects = new();

    /// <inheritdoc />
    public async Task<string?> FindProblemAsync(string path, CancellationToken cancellationToken) =>
        await FindProblemAsync(
            path, SelfTestObjects.Clip, "an MPEG transport stream with a named service", IsTheClip, cancellationToken)
        ?? await FindProblemAsync(
            path, SelfTestObjects.Playlist, "a playlist with a URL that contains a host name", IsThePlaylist, cancellationToken);

    private static bool IsTheClip(FfprobeReport report) =>
        report is { Format.FormatName: "mpegts", Streams: [{ CodecType: "audio" }] }
        && report.Programs.Any(program => program.Tags?.Find("service_name") is SelfTestObjects.ServiceName);

    private static bool IsThePlaylist(FfprobeReport report) =>
        report is { Format.FormatName: "hls" or "hls,applehttp", Streams: [{ CodecType: "audio" }] };

    private async Task<string?> FindProblemAsync(
        string path, ObjectRef source, string what, Func<FfprobeReport, bool> isRight, CancellationToken cancellationToken)
    {
        using var reads = new ObjectReads(source, _objects, memory, options, time);
        using var session = new ProbeSession(reads, ProbeBudget.Unlimited);
        using var lease = proxy.Open(session);
        var call = new ToolCall(FfprobeArguments.Describe(lease.Url), lease, TimeLimit) { Stopped = session.Stopped };
        var run = await child.RunAsync(path, call, cancellationToken);
        if (run is not { End: ToolEnd.Exited, Code: 0 })
        {
            return $"the self-test with {what} failed: {run.InWords()}";
        }

        return FfprobeReport.Parse(run.Report.Span) is { } report && isRight(report)
            ? null
            : $"the self-test with {what} failed: the report does not match the file";
    }
}
