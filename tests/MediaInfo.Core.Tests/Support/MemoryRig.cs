using MediaInfo.Core.Accounts;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Categories;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Templates;
using MediaInfo.Core.Topics;
using MediaInfo.Storage.Contracts;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Library;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Core.Tests.Support;

/// <summary>The ports in memory that other tests use. They forget everything at the end, and some ports are missing.</summary>
public sealed class MemoryRig : StorageRig
{
    private readonly ManualTimeProvider _time = new();
    private readonly InMemoryObjectStore _objects = new();
    private readonly InMemoryTopics _topics = new();

    /// <summary>Creates the ports.</summary>
    /// <param name="listed">Jobs with an index; null for jobs without one.</param>
    public MemoryRig(MemoryJobs? listed = null) => Services = new ServiceCollection()
        .AddSingleton<IJobStore>((IJobStore?)listed ?? new InMemoryJobStore())
        .AddSingleton<IJobIndex>(listed ?? new MemoryJobs())
        .AddSingleton<IResultStore>(new InMemoryResultStore())
        .AddSingleton<IPipelineStore>(new InMemoryPipelineStore())
        .AddSingleton<IHeldJobs>(new InMemoryHeldJobs())
        .AddSingleton<INonceStore>(new InMemoryNonceStore())
        .AddSingleton<IAssetStore>(new FakeAssets(new Interruptions()))
        .AddSingleton<IAssetClaims>(new FakeClaims(new Interruptions()))
        .AddSingleton<ICategoryStore>(new FakeCategories(new Interruptions()))
        .AddSingleton<ITemplateStore>(new FakeTemplates(new Interruptions()))
        .AddSingleton<ITopicStore>(_topics)
        .AddSingleton<ITopicMessageStore>(_topics)
        .AddSingleton<ISigningKeyStore>(_topics)
        .AddSingleton<IObjectStore>(_objects)
        .AddSingleton<IWorkQueues>(new InMemoryWorkQueues(_time))
        .BuildServiceProvider();

    protected override IServiceProvider Services { get; }

    public override Task StartAsync() => Task.CompletedTask;

    public override Task StopAsync() => Task.CompletedTask;

    public override Task RestartAsync() => throw new NotSupportedException();

    public override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }

    public override Task<string> NewBucketAsync() => Task.FromResult(Unique.Name("bucket"));

    public override Task PutAsync(ObjectRef target, byte[] content)
    {
        _objects.Put(target, content);
        return Task.CompletedTask;
    }

    public override Task<byte[]?> OpenAsync(Uri link) => throw new NotSupportedException();

    public override Task<bool> SendAsync(UploadAddress address, byte[] content) => throw new NotSupportedException();

    public override Task<IReadOnlyList<QueuedText>> ReceiveAsync(string queue) => throw new NotSupportedException();

    public override Task<IReadOnlyList<string>> TakePoisonAsync(IWorkQueue queue) =>
        Task.FromResult(((InMemoryWorkQueue)queue).Poison);
}
