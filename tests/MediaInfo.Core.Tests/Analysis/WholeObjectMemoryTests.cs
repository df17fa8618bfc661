using MediaInfo.Core.Analysis;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Probing;
using MediaInfo.Core.Tests.Support;
using MediaInfo.TestSupport.Memory;
using NSubstitute;

namespace MediaInfo.Core.Tests.Analysis;

/// <summary>Alone in the process, since what is counted is what the whole process allocates.</summary>
[CollectionDefinition(nameof(WholeObjectMemoryTests), DisableParallelization = true)]
[Collection(nameof(WholeObjectMemoryTests))]
public sealed class WholeObjectMemoryTests
{
    private const long Bound = 16L << 20;

    [Fact]
    public async Task The_packets_of_two_hours_allocate_no_more_than_those_of_a_clip()
    {
        // 60 frames a second beside 48 kHz AAC: some 45 MB of lines.
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
        var runner = new ProbeRunner(new OpenProxy(), ffprobe.Process());
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
    public async Task The_digest_of_half_a_gigabyte_keeps_no_more_than_the_cache_of_a_job()
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

        var outcome = await new ObjectDigest(new AnalysisOptions(), TimeProvider.System).ComputeAsync(reads, CancellationToken.None);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, new ProbeOptions().CacheBytesPerJob + Bound);
        Assert.Equal((size, "aa559b4e3523a6c931f08f4df52d58f2"), (outcome.Usage.Bytes, outcome.Md5));
    }
}
