using MediaInfo.Storage.Contracts.Accounts;
using MediaInfo.Storage.Contracts.Jobs;
using MediaInfo.Storage.Contracts.Library;
using MediaInfo.Storage.Contracts.Objects;
using MediaInfo.Storage.Contracts.Pipelines;
using MediaInfo.Storage.Contracts.Queues;
using MediaInfo.Storage.Contracts.Templates;
using MediaInfo.Storage.Contracts.Topics;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Support;

/// <summary>The contracts of the ports in memory, so that tests on those say something about storage.</summary>
public static class MemoryContractTests
{
    public sealed class JobStore() : JobStoreContract(new MemoryRig());

    public sealed class ListedJobStore() : JobStoreContract(new MemoryRig(new MemoryJobs()));

    public sealed class JobIndex() : JobIndexContract(new MemoryRig(new MemoryJobs()));

    public sealed class NumberedListing() : NumberedListingContract(new MemoryRig(new MemoryJobs()));

    public sealed class ResultStore() : ResultStoreContract(new MemoryRig());

    public sealed class PipelineStore() : PipelineStoreContract(new MemoryRig());

    public sealed class HeldJobs() : HeldJobsContract(new MemoryRig());

    public sealed class NonceStore() : NonceStoreContract(new MemoryRig());

    public sealed class AssetStore() : AssetStoreContract(new MemoryRig());

    public sealed class AssetClaims() : AssetClaimsContract(new MemoryRig());

    public sealed class Categories() : CategoriesContract(new MemoryRig());

    public sealed class Templates() : TemplatesContract(new MemoryRig());

    public sealed class TopicStore() : TopicStoreContract(new MemoryRig());

    public sealed class TopicMessages() : TopicMessagesContract(new MemoryRig());

    public sealed class SigningKey() : SigningKeyContract(new MemoryRig());

    public sealed class ObjectStore() : ObjectStoreContract(new MemoryRig());

    public sealed class ObjectList() : ObjectListContract(new MemoryRig());

    public sealed class Analyses() : AnalysesContract(new MemoryRig());

    public sealed class Callbacks() : CallbacksContract(new MemoryRig());

    public sealed class WorkQueues() : WorkQueuesContract(new MemoryRig());
}
