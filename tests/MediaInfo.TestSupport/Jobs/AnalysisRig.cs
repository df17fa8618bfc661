using MediaInfo.Core.Analysis;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Tags;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace MediaInfo.TestSupport.Jobs;

/// <summary>The steps of an analysis over in-memory ports.</summary>
public sealed class AnalysisRig
{
    public ManualTimeProvider Time { get; } = new(TestJobs.CreatedAt.AddHours(1));

    public InMemoryJobStore Jobs { get; } = new();

    public InMemoryObjectStore Objects { get; } = new();

    public InMemoryResultStore Parts { get; } = new();

    /// <summary>Reads the objects; by default a substitute without configured answers.</summary>
    public IMediaReader Reader { get; set; } = Substitute.For<IMediaReader>();

    /// <summary>Takes the frames; by default a substitute without configured answers.</summary>
    public IFrameReader Frames { get; set; } = Substitute.For<IFrameReader>();

    /// <summary>The recognisers; none by default.</summary>
    public IReadOnlyList<IRecogniser> Recognisers { get; set; } = [];

    public PipelineGate Gate { get; init; } = TestPipelines.OpenGate();

    /// <summary>The result file formats of dialects; none by default.</summary>
    public IReadOnlyList<IResultFormat> Formats { get; init; } = [];

    /// <summary>Which account may use which buckets; by default the only account may use all.</summary>
    public ObjectAccess Access { get; set; } = TestPipelines.OpenBuckets();

    public IObjectWriter Files { get; } = Substitute.For<IObjectWriter>();

    /// <summary>Where completion messages are delivered.</summary>
    public InMemoryCallbackTarget Target { get; } = new();

    public JobResults Results => field ??= new JobResults(Parts, new JobOptions());

    /// <summary>The texts of the messages on the callbacks queue.</summary>
    public IReadOnlyList<string> Callbacks => Queues.Callbacks.Texts;

    public InMemoryWorkQueues Queues => field ??= new InMemoryWorkQueues(Time);

    /// <summary>The only job, as it is stored now.</summary>
    public AnalysisJob Job => Assert.Single(Jobs.All);

    public AnalysisSteps Steps()
    {
        var progress = new JobProgress(Jobs, Time, NullLogger<JobProgress>.Instance);
        var files = new FrameFiles(new JobFiles(Files, Objects), Files, Access);
        var frames = new FrameSteps(Frames, Results, new FrameResults(Parts), files, progress);
        var tags = new TagSteps(Recognisers, Results, new TagFindingsStore(Parts), progress);
        var reading = new ReadingSteps(Jobs, Results, Reader, frames, tags, Access);
        return new AnalysisSteps(
            Jobs,
            Results,
            reading,
            new ResultExport(Formats, Results, Files, Access),
            new EndNotice(TestCallbacks.Delivery(Jobs, Target), Queues, NullLogger<EndNotice>.Instance),
            Gate,
            Time,
            NullLogger<AnalysisSteps>.Instance);
    }

    public async Task<AnalysisJob> AddAsync(AnalysisJob job) => (await Jobs.AddAsync(job, CancellationToken.None))!.Job;
}
