using FFMpegCore;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Reading;

namespace MediaInfo.Probing.SelfTest;

/// <summary>
/// Makes a binary do what jobs need: read a playlist by its host name through the proxy and decode its sound, and put a picture
/// through each filter into each format that every build must have.
/// </summary>
public sealed class FfmpegSelfTest(
    IObjectProxy proxy, ToolChild child, CacheMemory memory, ProbeOptions options, TimeProvider time) : IToolTrial
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    private readonly SelfTestObjects _objects = new();

    /// <inheritdoc />
    public async Task<string?> FindProblemAsync(string path, CancellationToken cancellationToken) =>
        await FindProblemAsync(path, SelfTestObjects.Playlist, "the sound of a playlist", Sound, default, cancellationToken)
        ?? await FindProblemAsync(path, SelfTestObjects.Picture, "a JPEG", Picture("mjpeg"), Jpeg, cancellationToken)
        ?? await FindProblemAsync(path, SelfTestObjects.Picture, "a PNG", Picture("png"), Png, cancellationToken);

    private static ReadOnlyMemory<byte> Jpeg { get; } = new byte[] { 0xFF, 0xD8 };

    private static ReadOnlyMemory<byte> Png { get; } = "\u0089PNG"u8[1..].ToArray();

    private static void Sound(FFMpegOutputOptions options) =>
        options.WithCustomArgument("-map 0:a:0 -c:a pcm_s16le -f s16le");

    private static Action<FFMpegOutputOptions> Picture(string codec) => options => options
        .WithVideoFilters(filters => filters
            .WithCustomFilter("yadif", "deint=interlaced")
            .BlackFrame(0, 30)
            .WithCustomFilter("select", "gte(n,0)")
            .WithCustomFilter("metadata", "mode=print:file='pipe\\:2'")
            .Scale(8, -1)
            .Pad("8", "8")
            .WithCustomFilter("setsar", "1")
            .Tile(1, 1))
        .WithFrameCount(1)
        .WithCustomArgument($"-c:v {codec} -f image2pipe");

    private async Task<string?> FindProblemAsync(
        string path,
        ObjectRef source,
        string what,
        Action<FFMpegOutputOptions> writing,
        ReadOnlyMemory<byte> beginning,
        CancellationToken cancellationToken)
    {
        using var reads = new ObjectReads(source, _objects, memory, options, time);
        using var session = new ProbeSession(reads, ProbeBudget.Unlimited);
        using var lease = proxy.Open(session);
        var arguments = FfmpegArguments.Reading(lease.Url, _ => { }, writing);
        var run = await child.RunAsync(
            path, new ToolCall(arguments, lease, TimeLimit) { Stopped = session.Stopped }, cancellationToken);
        var problem = run is not { End: ToolEnd.Exited, Code: 0 } ? run.InWords()
            : run.Report.IsEmpty || !run.Report.Span.StartsWith(beginning.Span) ? "it made none"
            : null;
        return problem is null ? null : $"the self-test with {what} failed: {problem}";
    }
}
