using MediaInfo.Core.Analysis;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Packets;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using NSubstitute;

namespace MediaInfo.Probing.Tests;

/// <summary>Runs alone, because it measures the allocations of the whole process.</summary>
[CollectionDefinition(nameof(WholeObjectMemoryTests), DisableParallelization = true)]
[Collection(nameof(WholeObjectMemoryTests))]
[Trait("Platform", "Linux")]
public sealed class WholeObjectMemoryTests
{
    private const long Bound = 16L << 20;

    [Fact]
    public async Task Counting_two_hours_of_packets_allocates_a_bounded_amount()
    {
        // 60 frames per second plus 48 kHz AAC: about 45 MB of lines.
        using var ffprobe = ScriptedFfprobe.Doing("""
            case "$*" in
            *packet=*) exec awk 'BEGIN {
              for (i = 0; i < 432000; i++) {
                printf "stream_index=0|pts=%d|dts=%d|duration=1500|size=%d\n", i * 1500 + 3000, i * 1500, 1000 + i % 977
                if (i % 4 != 3) printf "stream_index=1|pts=%d|dts=%d|duration=1024|size=300|\n\n", i * 1024, i * 1024
              } }' ;;
            *) printf '%s' '{ "streams": [ { "index": 0, "codec_type": "video", "time_base": "1/90000" } ] }' ;;
            esac
            """);
        var runner = new ProbeRunner(new ToolRunner(new OpenProxy(), ffprobe.Process()));
        var counter = new PacketCounter(runner, new AnalysisOptions());
        using var reads = JobReading.Of(TestJobs.Source, new InMemoryObjectStore());
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var (counts, outcome) = await counter.CountAsync(reads, CancellationToken.None);

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Bound);
        Assert.Null(outcome.Failure);
        Assert.Equal((432_000, 324_000), (counts!.CountOf(0), counts.CountOf(1)));
        Assert.NotNull(counts.CostOf(0));
    }

    [Fact]
    public async Task The_digest_of_half_a_gigabyte_keeps_no_more_than_a_jobs_cache()
    {
        const long size = 512L << 20;
        var zeros = new byte[16 << 20];
        var store = Substitute.For<IObjectStore>();
        store.ReadAsync(default!, default, default, default, default).ReturnsForAnyArgs(
            call => ObjectRead.Found(
                new ObjectProperties(size, "\"1\"", null, null),
                new MemoryStream(zeros, 0, (int)Math.Min((long)call[2], size - (long)call[1]), writable: false)));
        using var reads = JobReading.Of(TestJobs.Source, store);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var outcome =
            await new ObjectDigest(new AnalysisOptions(), TimeProvider.System).ComputeAsync(reads, CancellationToken.None);

        Assert.InRange(
            GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, new ProbeOptions().CacheBytesPerJob + Bound);
        Assert.Equal((size, "aa559b4e3523a6c931f08f4df52d58f2"), (outcome.Usage.Bytes, outcome.Md5));
    }
}
