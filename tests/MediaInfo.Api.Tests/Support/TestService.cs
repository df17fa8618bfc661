using MediaInfo.Core;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Analysis;
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
using MediaInfo.TestSupport.Library;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using NSubstitute;

namespace MediaInfo.Api.Tests.Support;

/// <summary>The gateway with everything behind it, over in-memory ports.</summary>
internal static class TestService
{
    /// <summary>Builds the service and checks its settings.</summary>
    /// <param name="settings">Every setting.</param>
    /// <param name="time">The clock.</param>
    /// <param name="change">Replaces services.</param>
    public static ServiceProvider Build(
        IEnumerable<KeyValuePair<string, string?>> settings, TimeProvider time, Action<IServiceCollection> change)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var topics = new InMemoryTopics();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddSingleton(new ServiceHost("standalone"))
            .AddMediaInfoCore(configuration)
            .AddMediaInfoProbing(configuration)
            .AddMediaInfoApi(configuration)
            .AddSingleton<IReservedNames>(new FewReservedNames())
            .AddSingleton<IIdSource>(new CountingIds())
            .AddSingleton<IJobStore>(new InMemoryJobStore())
            .AddSingleton<IResultStore>(new InMemoryResultStore())
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
            .AddSingleton<IWorkQueues>(new InMemoryWorkQueues(time))
            .AddSingleton<IJobScheduler>(new RecordingScheduler())
            .AddSingleton<IMediaReader, ScheduledReader>()
            .AddSingleton(provider =>
                new FairShares([.. provider.GetRequiredService<AccountOptions>().List.Select(account => account.Id)], 4, 4))
            .AddSingleton<IObjectWriter>(new NoObjectWriter())
            .AddSingleton<IFrameReader>(new FakeFrameReader())
            .AddSingleton<ISoundReader>(new FakeSoundReader())
            .AddSingleton(Substitute.For<IJobIndex>())
            .AddSingleton(Substitute.For<IAssetStore>())
            .AddSingleton(Substitute.For<IAssetClaims>())
            .AddSingleton(Substitute.For<ICategoryStore>())
            .AddSingleton(Substitute.For<IEventCallbackStore>())
            .AddSingleton<ITemplateStore>(new FakeTemplates(new Interruptions()))
            .AddSingleton<IObjectUploads>(new NoObjectUploads())
            .AddSingleton(Substitute.For<IObjectLinks>());
        change(services);
        var provider = services.BuildServiceProvider();
        provider.ThrowIfSettingsAreWrong();
        return provider;
    }
}
