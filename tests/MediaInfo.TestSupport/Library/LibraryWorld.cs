using MediaInfo.Core.Accounts;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Categories;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Tags;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace MediaInfo.TestSupport.Library;

/// <summary>A media library over in-memory storage.</summary>
public sealed class LibraryWorld
{
    public const string Account = "1000000000000001";

    public LibraryWorld(ILibraryEventFormat? format = null)
    {
        Assets = new FakeAssets(Interruptions);
        Claims = new FakeClaims(Interruptions);
        Jobs = new FakeJobs(Interruptions);
        Categories = new CategoryDirectory(new FakeCategories(Interruptions));
        Queues = new FakeQueues(Interruptions);
        var accounts = new AccountDirectory(new AccountOptions { List = [new Account { Id = Account }] });
        var pipelines = new PipelineDirectory(Substitute.For<IPipelineStore>(), accounts, new PipelineOptions(), Time);
        var gate = new PipelineGate(pipelines, Substitute.For<IHeldJobs>(), Jobs, Jobs, Time);
        var jobs = new JobService(Jobs, Jobs, gate, Ids, new AnalysisOptions(), Time, NullLogger<JobService>.Instance);
        var events = new LibraryEvents(Queues, format ?? new PlainEventFormat(), Ids, Time);
        Results = new JobResults(Jobs, new JobOptions());
        Names = new AssetNames(Claims, Assets, Time);
        Catalog = new AssetCatalog(Assets, Names);
        var files = new JobFiles(Files, Objects);
        Deletion = new AssetDeletion(Assets, Names, files, events, Time);
        Editing = new AssetEditing(Assets, Names, events, Time);
        FrameReader.FindProblemAsync(default).ReturnsForAnyArgs("There is no ffmpeg");
        Frames = new AssetFrames(
            Assets,
            jobs,
            new AssetFrameOrders(new AssetPictureOptions()),
            FrameReader,
            new FrameResults(Jobs),
            files,
            events,
            NullLogger<AssetFrames>.Instance);
        Tags = new AssetTags(Assets, jobs, new TagFindingsStore(Jobs), files, events);
        Analysis = new AssetAnalysis(Assets, jobs, Results, Frames, Tags, events);
        Registration =
            new AssetRegistration(Assets, Names, Deletion, Analysis, Ids, Time, NullLogger<AssetRegistration>.Instance);
    }

    public Interruptions Interruptions { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public DescendingIds Ids { get; } = new();

    public FakeAssets Assets { get; }

    public FakeClaims Claims { get; }

    public CategoryDirectory Categories { get; }

    public FakeJobs Jobs { get; }

    public FakeQueues Queues { get; }

    public JobResults Results { get; }

    /// <summary>Takes frames; by default it says that it cannot.</summary>
    public IFrameReader FrameReader { get; } = Substitute.For<IFrameReader>();

    /// <summary>Writes the service's own files.</summary>
    public IObjectWriter Files { get; } = Substitute.For<IObjectWriter>();

    public InMemoryObjectStore Objects { get; } = new();

    public AssetFrames Frames { get; }

    public AssetTags Tags { get; }

    public AssetNames Names { get; }

    public AssetCatalog Catalog { get; }

    public AssetDeletion Deletion { get; }

    public AssetEditing Editing { get; }

    public AssetAnalysis Analysis { get; }

    public AssetRegistration Registration { get; }

    public static AssetDraft Draft(string key = "a.mp4") =>
        new(Account, "request", $"oss://bucket/{key}", new ObjectRef("bucket", key)) { BusinessType = "general" };

    public async Task<Asset> RegisterAsync(AssetDraft draft) => (await TryRegisterAsync(draft))!;

    public async Task<Asset?> TryRegisterAsync(AssetDraft draft) => (await Registration.RegisterAsync(draft, default)).Asset;

    public async Task<Asset> FindAsync(string id) => (await Catalog.FindAsync(Account, id, default))!;

    /// <summary>The ended job of an asset: succeeded with the given media, or failed if that is null.</summary>
    public async Task<AnalysisJob> EndedJobAsync(
        Asset asset, MediaDescription? media, FailureReason reason = FailureReason.NotMedia)
    {
        var job = Jobs.All[new JobKey(Account, asset.JobId!)] with
        {
            State = media is null ? JobState.Failed : JobState.Succeeded,
            EndedAt = Time.GetUtcNow(),
            Failure = media is null ? new JobFailure(reason, "No media.") : null,
            Result = media is null ? null : ResultPart.Streams,
        };
        if (media is not null)
        {
            await Results.AddAsync(job.Key, ResultPart.Streams, media, default);
        }

        return job;
    }

    /// <summary>Registers an asset and ends its analysis.</summary>
    public async Task<Asset> RegisterAnalyzedAsync(AssetDraft draft, MediaDescription? media)
    {
        var asset = await RegisterAsync(draft);
        Time.Advance(TimeSpan.FromSeconds(2));
        await Analysis.EndAsync(await EndedJobAsync(asset, media), default);
        return await FindAsync(asset.Key.Id);
    }
}
