using System.Text.Json;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.TestSupport.Descriptions;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class JobResultsTests
{
    private readonly InMemoryResultStore _store = new();

    [Theory]
    [MemberData(nameof(FfprobeFixture.Clips), MemberType = typeof(FfprobeFixture))]
    public async Task A_description_is_read_back_as_stored(string clip)
    {
        var description = FfprobeFixture.Describe(clip).WithMd5("0123456789abcdef0123456789abcdef");

        await Results().AddAsync(TestJobs.Key(), ResultPart.Streams, description, CancellationToken.None);

        Assert.Equivalent(
            description,
            (await Results().FindAsync(TestJobs.Key(), ResultPart.Streams, CancellationToken.None))?.Description,
            strict: true);
    }

    [Fact]
    public async Task Packet_counts_are_read_back_as_stored()
    {
        var counts =
            new PacketCounts([new StreamPackets(0, 100, new NetworkCost(0.04m, 200_000, 250_000)), new StreamPackets(1, 7)]);

        await Results().AddAsync(TestJobs.Key(), counts, CancellationToken.None);

        var found = await Results().FindPacketsAsync(TestJobs.Key(), CancellationToken.None);
        Assert.Equal(counts.Streams, found!.Streams);
    }

    [Fact]
    public async Task Ffprobes_report_is_read_back_as_stored()
    {
        const string report = """{"streams":[{"index":0,"tags":{"title":"\u0004ä","title":"again"}}],"n":1.50}""";
        var result = new AnalysisResult(Description("mp3"), JsonElement.Parse(report));

        await Results().AddAsync(TestJobs.Key(), ResultPart.Streams, result, CancellationToken.None);

        var found = await Results().FindAsync(TestJobs.Key(), ResultPart.Streams, CancellationToken.None);
        Assert.True(JsonElement.DeepEquals(result.Ffprobe!.Value, found!.Ffprobe!.Value));
    }

    [Fact]
    public async Task The_first_stored_part_is_kept()
    {
        await Results().AddAsync(TestJobs.Key(), Description("first"), CancellationToken.None);
        await Results().AddAsync(TestJobs.Key(), Description("second"), CancellationToken.None);

        Assert.Equal("first", (await Results()
            .FindAsync(TestJobs.Key(), ResultPart.Streams, CancellationToken.None))!.Description.Container.FormatName);
    }

    [Fact]
    public async Task A_part_that_was_never_stored_is_not_found()
    {
        await Results().AddAsync(TestJobs.Key(), Description("mp3"), CancellationToken.None);

        Assert.Null(await Results().FindAsync(TestJobs.Key(), ResultPart.Description, CancellationToken.None));
        Assert.Null(await Results().FindAsync(TestJobs.Key(2), ResultPart.Streams, CancellationToken.None));
        Assert.Null(await Results().FindPacketsAsync(TestJobs.Key(), CancellationToken.None));
    }

    [Theory]
    [InlineData(JobState.Running, ResultPart.Streams, false)]
    [InlineData(JobState.Failed, ResultPart.Streams, false)]
    [InlineData(JobState.Succeeded, ResultPart.Description, false)]
    [InlineData(JobState.Succeeded, ResultPart.Streams, true)]
    public async Task Only_a_successful_job_has_a_description(JobState state, ResultPart part, bool has)
    {
        await Results().AddAsync(TestJobs.Key(), Description("mp3"), CancellationToken.None);

        Assert.Equal(has, await Results().OfAsync(TestJobs.In(state) with { Result = part }, CancellationToken.None) is not null);
    }

    [Fact]
    public async Task A_description_read_or_written_here_is_served_from_the_cache()
    {
        var writer = Results();
        await writer.AddAsync(TestJobs.Key(), Description("mp3"), CancellationToken.None);
        var reader = Results();
        await reader.OfAsync(TestJobs.In(JobState.Succeeded) with { Result = ResultPart.Streams }, CancellationToken.None);
        _store.Outage.Begin();

        foreach (var results in new[] { writer, reader })
        {
            var description = await results.OfAsync(
                TestJobs.In(JobState.Succeeded) with { Result = ResultPart.Streams }, CancellationToken.None);
            Assert.Equal("mp3", description?.Container.FormatName);
        }
    }

    [Fact]
    public async Task A_result_that_another_worker_stored_first_is_the_one_cached()
    {
        await Results().AddAsync(TestJobs.Key(), Description("mp3"), CancellationToken.None);
        var late = Results();

        await late.AddAsync(TestJobs.Key(), Description("wav"), CancellationToken.None);

        var description =
            await late.OfAsync(TestJobs.In(JobState.Succeeded) with { Result = ResultPart.Streams }, CancellationToken.None);
        Assert.Equal("mp3", description?.Container.FormatName);
    }

    private JobResults Results() => new(_store, new JobOptions());

    private static MediaDescription Description(string format) => Reports.Describe("", $$"""{ "format_name": "{{format}}" }""");
}

file static class JobResultsExtensions
{
    public static Task AddAsync(
        this JobResults results, JobKey key, MediaDescription description, CancellationToken cancellationToken) =>
        results.AddAsync(key, ResultPart.Streams, new AnalysisResult(description), cancellationToken);
}
