using MediaInfo.Core.Accounts;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Health;
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
using MediaInfo.Core.Retention;
using MediaInfo.Core.Telemetry;
using MediaInfo.Core.Templates;
using MediaInfo.Core.Topics;
using MediaInfo.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Storage.Contracts;

/// <summary>A storage under test: its ports, and what tests need that no port has.</summary>
public abstract class StorageRig
{
    /// <summary>Accounts of the settings, with ids that a storage's names must not confuse.</summary>
    public IReadOnlyList<string> Accounts { get; } =
        [.. new[] { "Account", "account", new string('x', 31) }.Select(Unique.Name)];

    /// <summary>The first of the accounts.</summary>
    public string Account => Accounts[0];

    public IJobStore Jobs => Port<IJobStore>();

    public IJobIndex JobIndex => Port<IJobIndex>();

    public IResultStore Results => Port<IResultStore>();

    public IPipelineStore Pipelines => Port<IPipelineStore>();

    public IHeldJobs Held => Port<IHeldJobs>();

    public INonceStore Nonces => Port<INonceStore>();

    public IReservedNames Reserved => Port<IReservedNames>();

    public IAssetStore Assets => Port<IAssetStore>();

    public IAssetClaims Claims => Port<IAssetClaims>();

    public ICategoryStore Categories => Port<ICategoryStore>();

    public IEventCallbackStore EventCallbacks => Port<IEventCallbackStore>();

    public ITemplateStore Templates => Port<ITemplateStore>();

    public ITopicStore Topics => Port<ITopicStore>();

    public ITopicMessageStore TopicMessages => Port<ITopicMessageStore>();

    public ISigningKeyStore SigningKeys => Port<ISigningKeyStore>();

    public IObjectStore Objects => Port<IObjectStore>();

    public IObjectWriter Files => Port<IObjectWriter>();

    public IObjectLinks Links => Port<IObjectLinks>();

    public IObjectUploads Uploads => Port<IObjectUploads>();

    public IWorkQueues Queues => Port<IWorkQueues>();

    public IQueueAges Ages => Port<IQueueAges>();

    public ICallbackTarget Target => Port<ICallbackTarget>();

    public IMessageQueues MessageQueues => Port<IMessageQueues>();

    public IRetentionStore Retention => Port<IRetentionStore>();

    public IStorageSetup Setup => Port<IStorageSetup>();

    public IEnumerable<IReadiness> Readiness => Services.GetServices<IReadiness>();

    /// <summary>Whether only one process at a time uses the storage, so that nobody holds a message after a restart.</summary>
    public virtual bool IsOfOneProcess => false;

    /// <summary>The ports, as a host gets them.</summary>
    protected abstract IServiceProvider Services { get; }

    /// <summary>Opens the storage and prepares it, as a host does at its start.</summary>
    public abstract Task StartAsync();

    /// <summary>Closes the storage, and removes what only this test uses.</summary>
    public abstract Task StopAsync();

    /// <summary>Closes the storage and opens it again, as when a host restarts. The ports are new ones.</summary>
    public abstract Task RestartAsync();

    /// <summary>Lets time pass on the storage's clock. Where that is the real clock, at least this time passes.</summary>
    public abstract Task PassAsync(TimeSpan time);

    /// <summary>Creates an empty bucket that no other test uses.</summary>
    public abstract Task<string> NewBucketAsync();

    /// <summary>Stores an object as its owner would, or overwrites it.</summary>
    public abstract Task PutAsync(ObjectRef target, byte[] content);

    /// <summary>The key under which the storage lists an object. It differs only if the storage changes keys.</summary>
    public virtual string KeyInLists(string key) => key;

    /// <summary>What anyone gets who opens a signed URL; null if access is refused.</summary>
    public abstract Task<byte[]?> OpenAsync(Uri link);

    /// <summary>Sends an object to a signed address by PUT, as anyone can who has it.</summary>
    /// <returns>Whether it was taken.</returns>
    public abstract Task<bool> SendAsync(UploadAddress address, byte[] content);

    /// <summary>The visible messages of an account's queue, up to 32, oldest first. Receives them as the account would.</summary>
    public abstract Task<IReadOnlyList<QueuedText>> ReceiveAsync(string queue);

    /// <summary>Takes the texts of all messages that a queue of the service gave up.</summary>
    public abstract Task<IReadOnlyList<string>> TakePoisonAsync(IWorkQueue queue);

    private T Port<T>()
        where T : notnull => Services.GetRequiredService<T>();
}
