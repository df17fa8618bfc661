using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Tests.Alibaba.Ims.Library;
using MediaInfo.Api.Tests.Alibaba.Rpc;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Categories;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Templates;
using MediaInfo.Core.Topics;
using MediaInfo.Probing;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Library;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace MediaInfo.Api.Tests.Growth;

/// <summary>
/// The protocols with everything behind them in memory. It uses no mocks: types created at run time would belong to the other
/// copy.
/// </summary>
internal sealed class GrowthService
{
    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["MediaInfo:Accounts:List:0:Id"] = ApiRig.Account,
        ["MediaInfo:Accounts:List:0:ProjectIds:0"] = "local-project",
        ["MediaInfo:Accounts:List:0:Tokens:0:Value"] = "testtoken",
        ["MediaInfo:Accounts:List:0:Keys:0:Id"] = "testid",
        ["MediaInfo:Accounts:List:0:Keys:0:Secret"] = "testsecret",
        ["MediaInfo:Accounts:List:0:Keys:0:Allow:0"] = "*",
        ["MediaInfo:Objects:Locations:0"] = "oss-cn-hangzhou",
    };

    private readonly MemoryJobs _jobs = new();
    private readonly ServiceProvider _services;

    public GrowthService()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        var time = new ManualTimeProvider();
        var interruptions = new Interruptions();
        var topics = new InMemoryTopics();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddMediaInfoCore(configuration)
            .AddMediaInfoProbing(configuration)
            .AddMediaInfoApi(configuration)
            .AddSingleton<IRpcAction, EchoAction>()
            .AddSingleton<IJobStore>(_jobs)
            .AddSingleton<IJobIndex>(_jobs)
            .AddSingleton<IResultStore>(new InMemoryResultStore())
            .AddSingleton<IReservedNames>(new FewReservedNames())
            .AddSingleton<IObjectStore>(new InMemoryObjectStore())
            .AddSingleton<IPipelineStore>(new InMemoryPipelineStore())
            .AddSingleton<IHeldJobs>(new InMemoryHeldJobs())
            .AddSingleton<INonceStore>(new InMemoryNonceStore())
            .AddSingleton<ICallbackTarget>(new InMemoryCallbackTarget())
            .AddSingleton<ITopicStore>(topics)
            .AddSingleton<ITopicMessageStore>(topics)
            .AddSingleton<ISigningKeyStore>(topics)
            .AddSingleton<IMessageQueues>(new InMemoryMessageQueues(time))
            .AddSingleton(new PollingPauses([TimeSpan.FromSeconds(1)]))
            .AddSingleton<IHostApplicationLifetime, ApplicationLifetime>()
            .AddSingleton<IAssetStore>(new FakeAssets(interruptions))
            .AddSingleton<IAssetClaims>(new FakeClaims(interruptions))
            .AddSingleton<ICategoryStore>(new FakeCategories(interruptions))
            .AddSingleton<IEventCallbackStore>(new FakeCallbacks())
            .AddSingleton<ITemplateStore>(new FakeTemplates(interruptions))
            .AddSingleton<IObjectLinks>(new FakeLinks())
            .AddSingleton<IObjectUploads>(new NoObjectUploads())
            .AddSingleton(new ServiceHost("standalone"))
            .AddSingleton<IWorkQueues>(new InMemoryWorkQueues(time))
            .AddSingleton(new FairShares([], 1, 0))
            .AddSingleton<IObjectWriter>(new NoObjectWriter())
            .AddSingleton<IFrameReader>(new FakeFrameReader())
            .AddSingleton<ISoundReader>(new FakeSoundReader())
            .AddSingleton<IJobScheduler>(new RecordingScheduler())
            .BuildServiceProvider();
    }

    /// <summary>An input that reads the request and writes its answer, as the protocol does.</summary>
    public GrowthInput Input(WireRequest request)
    {
        var received = request.ToApi();
        var protocol = _services.GetServices<IProtocol>().First(candidate => candidate.Serves(received.Path));
        var size =
            received.QueryString.Length + received.Body.Length + received.Headers.Sum(header => header.Value.ToString().Length);
        return new GrowthInput(size, () => protocol.AnswerAsync(received, CancellationToken.None));
    }
}
