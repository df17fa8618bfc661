using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaInfo.Api.Alibaba.Ims.Library;
using MediaInfo.Api.Alibaba.Ims.Library.Actions;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport.Library;
using MediaInfo.TestSupport.Memory;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Library;

/// <summary>The media library actions over in-memory storage. Two runs of a test return the same bytes.</summary>
internal sealed class LibraryService
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    private readonly Account _account;
    private readonly IRpcAction[] _actions;

    public LibraryService()
        : this(
            new LibraryWorld(new LibraryEventFormat()),
            new FakeCallbacks(),
            new Account { Id = LibraryWorld.Account, CdnDomain = "{bucket}.cdn.example.com" })
    {
    }

    private LibraryService(LibraryWorld world, FakeCallbacks callbacks, Account account)
    {
        (World, Callbacks, _account) = (world, callbacks, account);
        var accounts = new AccountOptions { List = [account] };
        var options = new ObjectOptions { Locations = ["oss-cn-hangzhou", "region01"], Buckets = ["bucket"] };
        var access = new ObjectAccess(options, accounts, new FewReservedNames());
        var queues = new QueueAccess(accounts, new FewReservedNames());
        var notify = new NotifyAddress(queues);
        var urls = new LibraryUrl(new OssUrl(options), access);
        var named = new NamedAsset(World.Catalog, urls);
        var files = new FileInfoMapper(World.Results, new FileLinks(new FakeLinks(), access));
        _actions =
        [
            new RegisterMediaInfo(World.Registration, urls, notify),
            new GetMediaInfo(named, files),
            new BatchGetMediaInfos(World.Catalog, files),
            new ListMediaBasicInfos(World.Catalog, files),
            new UpdateMediaInfo(named, World.Editing, notify),
            new DeleteMediaInfos(World.Catalog, World.Deletion, urls),
            new SetEventCallback(callbacks, queues),
            new GetEventCallback(callbacks),
        ];
    }

    public LibraryWorld World { get; }

    public FakeCallbacks Callbacks { get; }

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

    public static string Pretty(string json) => JsonNode.Parse(json)!.ToJsonString(Indented);
}
