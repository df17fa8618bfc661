using MediaInfo.LocalStorage.Tests.Support;
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

namespace MediaInfo.LocalStorage.Tests;

/// <summary>The contracts of all ports, on the embedded store.</summary>
public static class ContractTests
{
    public sealed class Coverage
    {
        [Fact]
        public void Every_contract_is_run() => Contract.AssertAllRunIn(typeof(ContractTests).Assembly);
    }

    public sealed class JobStore() : JobStoreContract(new LocalRig());

    public sealed class JobIndex() : JobIndexContract(new LocalRig());

    public sealed class NumberedListing() : NumberedListingContract(new LocalRig());

    public sealed class ResultStore() : ResultStoreContract(new LocalRig());

    public sealed class PipelineStore() : PipelineStoreContract(new LocalRig());

    public sealed class HeldJobs() : HeldJobsContract(new LocalRig());

    public sealed class NonceStore() : NonceStoreContract(new LocalRig());

    public sealed class ReservedNames() : ReservedNamesContract(new LocalRig());

    public sealed class AssetStore() : AssetStoreContract(new LocalRig());

    public sealed class AssetClaims() : AssetClaimsContract(new LocalRig());

    public sealed class Categories() : CategoriesContract(new LocalRig());

    public sealed class EventCallbacks() : EventCallbacksContract(new LocalRig());

    public sealed class Templates() : TemplatesContract(new LocalRig());

    public sealed class TopicStore() : TopicStoreContract(new LocalRig());

    public sealed class TopicMessages() : TopicMessagesContract(new LocalRig());

    public sealed class SigningKey() : SigningKeyContract(new LocalRig());

    public sealed class ObjectStore() : ObjectStoreContract(new LocalRig());

    public sealed class ObjectList() : ObjectListContract(new LocalRig());

    public sealed class ObjectWriter() : ObjectWriterContract(new LocalRig());

    public sealed class ObjectLinks() : ObjectLinksContract(new LocalRig());

    public sealed class ObjectUploads() : ObjectUploadsContract(new LocalRig());

    public sealed class Analyses() : AnalysesContract(new LocalRig());

    public sealed class Callbacks() : CallbacksContract(new LocalRig());

    public sealed class WorkQueues() : WorkQueuesContract(new LocalRig());

    public sealed class CallbackTarget() : CallbackTargetContract(new LocalRig());

    public sealed class MessageQueues() : MessageQueuesContract(new LocalRig());

    public sealed class QueuedMessages() : QueuedMessagesContract(new LocalRig());

    public sealed class Readiness() : ReadinessContract(new LocalRig());

    public sealed class StorageSetup() : StorageSetupContract(new LocalRig());

    public sealed class Restart() : RestartContract(new LocalRig());

    public sealed class QueueAges() : QueueAgesContract(new LocalRig());

    public sealed class RetentionStore() : RetentionStoreContract(new LocalRig());

    public sealed class RetentionSweep() : RetentionSweepContract(new LocalRig());
}
