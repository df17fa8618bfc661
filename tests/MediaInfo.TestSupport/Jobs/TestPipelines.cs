using MediaInfo.Core.Accounts;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport.Memory;
using NSubstitute;

namespace MediaInfo.TestSupport.Jobs;

/// <summary>The pipelines of the account of <see cref="TestJobs"/>: only the default one, which is not stored.</summary>
public static class TestPipelines
{
    public const string Queue = "their-queue";

    public static string DefaultId { get; } = DefaultPipeline.IdOf(TestJobs.Account);

    public static AccountDirectory Accounts(string? queue = Queue) => new(Options(queue));

    public static AccountOptions Options(string? queue = Queue) =>
        new() { List = [new Account { Id = TestJobs.Account, CallbackQueue = queue }] };

    /// <summary>Lets the account read and write every bucket.</summary>
    public static ObjectAccess OpenBuckets(params IReadOnlyList<string> only) =>
        new(new ObjectOptions { Buckets = only }, Options(), new FewReservedNames());

    public static PipelineDirectory Directory(string? queue = Queue, IPipelineStore? store = null) =>
        new(store ?? Substitute.For<IPipelineStore>(), Accounts(queue), new PipelineOptions(), TimeProvider.System);

    /// <summary>A gate that every job passes.</summary>
    public static PipelineGate OpenGate() =>
        new(
            Directory(),
            Substitute.For<IHeldJobs>(),
            Substitute.For<IJobStore>(),
            Substitute.For<IJobScheduler>(),
            new ManualTimeProvider());

    /// <summary>A gate that holds every job of the default pipeline.</summary>
    public static PipelineGate ClosedGate(IHeldJobs held)
    {
        var store = Substitute.For<IPipelineStore>();
        var paused = DefaultPipeline.Of(new Account { Id = TestJobs.Account }) with { State = PipelineState.Paused };
        store.FindAsync(TestJobs.Account, DefaultId, Arg.Any<CancellationToken>()).Returns(new StoredPipeline(paused, "\"1\""));
        return new PipelineGate(
            Directory(store: store),
            held,
            Substitute.For<IJobStore>(),
            Substitute.For<IJobScheduler>(),
            new ManualTimeProvider());
    }
}
