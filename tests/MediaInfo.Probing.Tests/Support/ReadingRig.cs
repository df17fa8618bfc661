using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.HeadStarts;
using MediaInfo.Probing.Packets;
using MediaInfo.Probing.Playlists;
using MediaInfo.Probing.Reading;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>The steps of an analysis over in-memory ports, with the real reader and a stand-in for ffprobe.</summary>
public sealed class ReadingRig : IDisposable
{
    private readonly AnalysisRig _analysis = new();
    private readonly ScriptedFfprobe _ffprobe;
    private RecentReadings? _recent;

    public ReadingRig(ScriptedFfprobe? ffprobe = null) => _ffprobe = ffprobe ?? ScriptedFfprobe.Printing("{}");

    public OpenProxy Proxy { get; init; } = new();

    public ManualTimeProvider Time => _analysis.Time;

    public InMemoryJobStore Jobs => _analysis.Jobs;

    public InMemoryObjectStore Objects => _analysis.Objects;

    public InMemoryResultStore Parts => _analysis.Parts;

    public InMemoryCallbackTarget Target => _analysis.Target;

    public JobResults Results => _analysis.Results;

    public AnalysisJob Job => _analysis.Job;

    public Task<AnalysisJob> AddAsync(AnalysisJob job) => _analysis.AddAsync(job);

    public AnalysisSteps Steps()
    {
        var probe = new ProbeOptions();
        var options = new AnalysisOptions();
        var runner = new ProbeRunner(new ToolRunner(Proxy, _ffprobe.Process(_analysis.Time)));
        var urls = new ObjectUrl(new ObjectOptions { Locations = ["oss-cn-hangzhou"] });
        _analysis.Reader = new MediaReader(
            new JobReads(Objects, new CacheMemory(probe), probe, _analysis.Time),
            new MediaProber(
                runner,
                new HeadStart(new PlaylistReader(urls)),
                new ObjectDescriber(probe),
                probe,
                NullLogger<MediaProber>.Instance),
            new PacketCounter(runner, options),
            new ObjectDigest(options, _analysis.Time),
            _recent ??= new RecentReadings(Objects, probe, _analysis.Time));
        return _analysis.Steps();
    }

    public void Dispose() => _ffprobe.Dispose();
}
