using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaInfo.Api.Alibaba.Ims.Library;
using MediaInfo.Api.Alibaba.Ims.Library.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Ims.Tags;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Library.Search;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Templates;
using MediaInfo.TestSupport.Descriptions;
using MediaInfo.TestSupport.Library;
using MediaInfo.TestSupport.Memory;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Library;

/// <summary>The media library actions over in-memory storage. Two runs of a test return the same bytes.</summary>
internal sealed class LibraryService
{
    public const string Url = "https://bucket.oss-cn-hangzhou.aliyuncs.com/films/%E8%A7%86%E9%A2%91%201.mp4";

    private static readonly JsonSerializerOptions Indented = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    private static readonly ObjectOptions Storage = new() { Locations = ["oss-cn-hangzhou", "region01"], Buckets = ["bucket"] };

    private readonly Account _account;
    private readonly IRpcAction[] _actions;

    public LibraryService()
        : this(
            new LibraryWorld(new LibraryEventFormat(new OssUrl(Storage))),
            new FakeCallbacks(),
            new Account { Id = LibraryWorld.Account, CdnDomain = "{bucket}.cdn.example.com" })
    {
    }

    private LibraryService(LibraryWorld world, FakeCallbacks callbacks, Account account)
    {
        (World, Callbacks, _account) = (world, callbacks, account);
        var accounts = new AccountOptions { List = [account] };
        var access = new ObjectAccess(Storage, accounts, new FewReservedNames());
        var queues = new QueueAccess(accounts, new FewReservedNames());
        var notify = new NotifyAddress(queues);
        var addresses = new OssUrl(Storage);
        var urls = new LibraryUrl(addresses, access);
        var named = new NamedAsset(World.Catalog, urls);
        var links = new FileLinks(new FakeLinks(), access, addresses);
        var files = new FileInfoMapper(World.Results, links, Objects, access);
        var pictures = new AssetPictures(new FrameResults(World.Jobs), links, addresses, access);
        var tags = new AssetTagMapper(World.Tags, new TagLinks(new FakeLinks()), links, access);
        var mapper = new MediaEntryMapper(new MediaBasicInfoMapper(World.Categories, links, pictures), files, tags);
        var planner = new TagPlanner(
            new TemplateDirectory(new FakeTemplates(World.Interruptions), World.Ids, World.Time),
            new TagSteps(
                [NewRecogniser(RecogniserKind.Chapters), NewRecogniser(RecogniserKind.Text)],
                World.Results,
                new TagFindingsStore(World.Jobs),
                new JobProgress(World.Jobs, World.Time, NullLogger<JobProgress>.Instance)));
        _actions =
        [
            new RegisterMediaInfo(World.Registration, World.Categories, urls, notify, planner),
            new GetMediaInfo(named, mapper),
            new BatchGetMediaInfos(World.Catalog, mapper),
            new ListMediaBasicInfos(World.Catalog, mapper),
            new UpdateMediaInfo(named, World.Editing, World.Categories, notify),
            new DeleteMediaInfos(World.Catalog, World.Deletion, urls),
            new SubmitMediaAiAnalysisJob(World.Catalog, World.Registration, World.Tags, urls, notify, planner),
            new SearchMedia(new AssetSearch(World.Assets, World.Catalog), mapper),
            new AddCategory(World.Categories),
            new GetCategories(World.Categories),
            new UpdateCategory(World.Categories),
            new DeleteCategory(World.Categories),
            new SetEventCallback(callbacks, queues),
            new GetEventCallback(callbacks),
        ];
    }

    public LibraryWorld World { get; }

    public FakeCallbacks Callbacks { get; }

    /// <summary>The objects in storage.</summary>
    public InMemoryObjectStore Objects { get; } = new();

    /// <summary>The actions that the caller's key may call.</summary>
    public IReadOnlyList<string> Allow { get; set; } = ["*"];

    /// <summary>The service over the same storage after its settings changed.</summary>
    public LibraryService After(Func<Account, Account> change) => new(World, Callbacks, change(_account));

    /// <summary>Calls an action. The parameters alternate between name and value.</summary>
    public async Task<RpcAnswer> CallAsync(string action, params string[] parameters)
    {
        var query = string.Join('&', parameters.Chunk(2).Select(pair => $"{pair[0]}={Uri.EscapeDataString(pair[1])}"));
        var request = new ApiRequest("REQUEST", "POST", "/", "?" + query, new HeaderDictionary(), default);
        var found = Array.Find(_actions, candidate => string.Equals(candidate.Name, action, StringComparison.Ordinal))!;
        Assert.Equal(("ice", "2020-11-09"), (found.Product, found.Version));
        return await found.InvokeAsync(
            new RpcCall("REQUEST", new Caller(_account, new AccessKey { Allow = Allow }), RpcParameters.Of(request)), default);
    }

    /// <summary>The answer as sent, indented.</summary>
    public async Task<string> AnswerAsync(string action, params string[] parameters)
    {
        var answer = await CallAsync(action, parameters);
        Assert.Null(answer.Error);
        return Pretty(JsonSerializer.Serialize(answer.Body, answer.Type!));
    }

    /// <summary>The refusal on one line.</summary>
    public async Task<string> RefusalAsync(string action, params string[] parameters)
    {
        var error = (await CallAsync(action, parameters)).Error!;
        return $"{(int)error.Status} {error.Code}: {error.Message}";
    }

    /// <summary>Registers an object, by default the one of <see cref="Url"/>.</summary>
    public async Task<string> RegisterAsync(params string[] parameters)
    {
        var answer = await CallAsync("RegisterMediaInfo", parameters.Length > 0 ? parameters : ["InputURL", Url]);
        Assert.Null(answer.Error);
        return ((MediaIdResponse)answer.Body!).MediaId;
    }

    /// <summary>Adds a category and returns its id.</summary>
    public async Task<string> AddCategoryAsync(string name, string parent = "-1")
    {
        var answer = await CallAsync("AddCategory", "CateName", name, "ParentId", parent);
        Assert.Null(answer.Error);
        return ((AddCategoryResponse)answer.Body!).Category.CateId.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Ends an asset's analysis: with the description of a clip, or as a failure if that is null.</summary>
    public async Task EndAsync(string id, string? clip)
    {
        World.Time.Advance(TimeSpan.FromSeconds(2));
        var media = clip is null ? null : FfprobeFixture.Describe(clip);
        await World.Analysis.EndAsync(await World.EndedJobAsync(await World.FindAsync(id), media), default);
    }

    /// <summary>Ends the job that makes an asset's pictures: with pictures, or as a failure if they are null.</summary>
    public async Task PictureAsync(string id, FrameSets? made)
    {
        var job = Ended((await World.FindAsync(id)).Frames!.JobId, FailureReason.NoPicture, made is not null);
        if (made is not null)
        {
            await new FrameResults(World.Jobs).AddAsync(job.Key, made, default);
        }

        await World.Frames.EndAsync(job, default);
    }

    /// <summary>Ends an asset's tag job: with findings, or as a failure if they are null.</summary>
    public async Task TagAsync(string id, TagFindings? found)
    {
        var job = Ended((await World.FindAsync(id)).Tagging!.JobId, FailureReason.RecogniserFailed, found is not null);
        if (found is not null)
        {
            await new TagFindingsStore(World.Jobs).AddAsync(job.Key, RecogniserKind.Chapters, found, default);
        }

        await World.Tags.EndAsync(job, default);
    }

    private AnalysisJob Ended(string id, FailureReason reason, bool isSuccess)
    {
        World.Time.Advance(TimeSpan.FromSeconds(3));
        return World.Jobs.All[new JobKey(LibraryWorld.Account, id)] with
        {
            State = isSuccess ? JobState.Succeeded : JobState.Failed,
            EndedAt = World.Time.GetUtcNow(),
            Failure = isSuccess ? null : new JobFailure(reason, "What happened."),
        };
    }

    private static IRecogniser NewRecogniser(RecogniserKind kind)
    {
        var recogniser = Substitute.For<IRecogniser>();
        recogniser.Kind.Returns(kind);
        recogniser.FindProblemAsync(default).ReturnsForAnyArgs((string?)null);
        return recogniser;
    }

    public static string Pretty(string json) => JsonNode.Parse(json)!.ToJsonString(Indented);
}
