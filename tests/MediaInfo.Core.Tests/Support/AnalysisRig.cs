using MediaInfo.Core.Analysis;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Probing;
using MediaInfo.Core.Probing.HeadStarts;
using MediaInfo.Core.Probing.Playlists;
using MediaInfo.Core.Reading;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace MediaInfo.Core.Tests.Support;

/// <summary>The steps of an analysis over ports in memory and a stand-in for ffprobe.</summary>
public sealed class AnalysisRig : IDisposable
{
    private readonly ScriptedFfprobe _ffprobe;
    private readonly AnalysisOptions _options = new();

    public AnalysisRig(ScriptedFfprobe? ffprobe = null) => _ffprobe = ffprobe ?? ScriptedFfprobe.Printing("{}");

    public ManualTimeProvider Time { get; } = new(TestJobs.CreatedAt.AddHours(1));

    public InMemoryJobStore Jobs { get; } = new();

    public InMemoryObjectStore Objects { get; } = new();

    public InMemoryResultStore Parts { get; } = new();

    public OpenProxy Proxy { get; init; } = new();

    public PipelineGate Gate { get; init; } = TestPipelines.OpenGate();

    /// <summary>The result files of dialects; none by itself.</summary>
    public IReadOnlyList<IResultFormat> Formats { get; init; } = [];

    /// <summary>Whose accounts have which buckets; the one account that there is may use all.</summary>
    public ObjectAccess Access { get; set; } = TestPipelines.OpenBuckets();

    public IObjectWriter Files { get; } = Substitute.For<IObjectWriter>();

    public JobEndings Endings { get; } = new();

    /// <summary>Where completion messages are delivered.</summary>
    public InMemoryCallbackTarget Target { get; } = new();

    public JobResults Results => field ??= new JobResults(Parts, new JobOptions());

    /// <summary>The texts of the messages on the callbacks queue.</summary>
    public IReadOnlyList<string> Callbacks => Queues.Callbacks.Texts;

    private InMemoryWorkQueues Queues => field ??= new InMemoryWorkQueues(Time);

    /// <summary>The only job, as it is stored now.</summary>
    public AnalysisJob Job => Assert.Single(Jobs.All);

    public AnalysisSteps Steps()
    {
        var probe = new ProbeOptions();
        var runner = new ProbeRunner(Proxy, _ffprobe.Process(Time));
        var urls = new ObjectUrl(new ObjectOptions { Locations = ["oss-cn-hangzhou"] });
        var prober = new MediaProber(runner, new HeadStart(new PlaylistSizer(urls)), probe, NullLogger<MediaProber>.Instance);
        var reading = new ReadingSteps(
            Jobs,
            Results,
            new JobReads(Objects, new CacheMemory(probe), probe, Time),
            prober,
            new PacketCounter(runner, _options),
            new ObjectDigest(_options, Time),
            Access);
        return new AnalysisSteps(
            Jobs,
            Results,
            reading,
            new ResultExport(Formats, Results, Files, Access),
            new EndNotice(TestCallbacks.Delivery(Jobs, Target), Queues, NullLogger<EndNotice>.Instance),
            Gate,
            Endings,
            Time,
            NullLogger<AnalysisSteps>.Instance);
    }

    public async Task<AnalysisJob> AddAsync(AnalysisJob job) => (await Jobs.AddAsync(job, CancellationToken.None))!.Job;

    public void Dispose() => _ffprobe.Dispose();
}
