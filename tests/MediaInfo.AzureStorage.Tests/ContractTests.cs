using MediaInfo.AzureStorage.Queues;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Queues;
using MediaInfo.Storage.Contracts;
using MediaInfo.Storage.Contracts.Accounts;
using MediaInfo.Storage.Contracts.Callbacks;
using MediaInfo.Storage.Contracts.Health;
using MediaInfo.Storage.Contracts.Jobs;
using MediaInfo.Storage.Contracts.Library;
using MediaInfo.Storage.Contracts.Messaging;
using MediaInfo.Storage.Contracts.Objects;
using MediaInfo.Storage.Contracts.Pipelines;
using MediaInfo.Storage.Contracts.Queues;
using MediaInfo.Storage.Contracts.Retention;
using MediaInfo.Storage.Contracts.Telemetry;
using MediaInfo.Storage.Contracts.Templates;
using MediaInfo.Storage.Contracts.Topics;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace MediaInfo.AzureStorage.Tests;

/// <summary>The contracts of all ports, on the storage emulator.</summary>
public static class ContractTests
{
    public sealed class Coverage
    {
        [Fact]
        public void Every_contract_is_run() => Contract.AssertAllRunIn(typeof(ContractTests).Assembly);
    }

    [Collection(AzuriteFixture.Collection)]
    public sealed class JobStore(AzuriteFixture azurite) : JobStoreContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class JobIndex(AzuriteFixture azurite) : JobIndexContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class NumberedListing(AzuriteFixture azurite) : NumberedListingContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class ResultStore(AzuriteFixture azurite) : ResultStoreContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class PipelineStore(AzuriteFixture azurite) : PipelineStoreContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class HeldJobs(AzuriteFixture azurite) : HeldJobsContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class NonceStore(AzuriteFixture azurite) : NonceStoreContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class ReservedNames(AzuriteFixture azurite) : ReservedNamesContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class AssetStore(AzuriteFixture azurite) : AssetStoreContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class AssetClaims(AzuriteFixture azurite) : AssetClaimsContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class Templates(AzuriteFixture azurite) : TemplatesContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class Categories(AzuriteFixture azurite) : CategoriesContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class EventCallbacks(AzuriteFixture azurite) : EventCallbacksContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class TopicStore(AzuriteFixture azurite) : TopicStoreContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class TopicMessages(AzuriteFixture azurite) : TopicMessagesContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class SigningKey(AzuriteFixture azurite) : SigningKeyContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class ObjectStore(AzuriteFixture azurite) : ObjectStoreContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class ObjectList(AzuriteFixture azurite) : ObjectListContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class ObjectWriter(AzuriteFixture azurite) : ObjectWriterContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class ObjectLinks(AzuriteFixture azurite) : ObjectLinksContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class ObjectUploads(AzuriteFixture azurite) : ObjectUploadsContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class Analyses(AzuriteFixture azurite) : AnalysesContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class Callbacks(AzuriteFixture azurite) : CallbacksContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class TriggersQueue(AzuriteFixture azurite) : WorkQueueContract(new AzureRig(azurite))
    {
        private readonly string _name = Unique.Name("work");

        protected override IWorkQueue Queue =>
            new StorageWorkQueue(((AzureRig)Rig).Clients, _name, NullLogger<StorageWorkQueue>.Instance);

        protected override int Priority => 0;
    }

    [Collection(AzuriteFixture.Collection)]
    public sealed class WorkQueues(AzuriteFixture azurite) : WorkQueuesContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class CallbackTarget(AzuriteFixture azurite) : CallbackTargetContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class MessageQueues(AzuriteFixture azurite) : MessageQueuesContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class QueuedMessages(AzuriteFixture azurite) : QueuedMessagesContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class Readiness(AzuriteFixture azurite) : ReadinessContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class StorageSetup(AzuriteFixture azurite) : StorageSetupContract(new AzureRig(azurite));

    [Collection(AzuriteFixture.Collection)]
    public sealed class Restart(AzuriteFixture azurite) : RestartContract(new AzureRig(azurite));

    // Each with an emulator of its own, because they see what all other tests store.
    public sealed class QueueAges(AzuriteFixture azurite)
        : QueueAgesContract(new AzureRig(azurite)), IClassFixture<AzuriteFixture>;

    public sealed class RetentionStore(AzuriteFixture azurite)
        : RetentionStoreContract(new AzureRig(azurite)), IClassFixture<AzuriteFixture>;

    public sealed class RetentionSweep(AzuriteFixture azurite)
        : RetentionSweepContract(new AzureRig(azurite)), IClassFixture<AzuriteFixture>;
}
