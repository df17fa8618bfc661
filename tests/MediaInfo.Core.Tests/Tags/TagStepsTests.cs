using System.Text.Json;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Tags;
using MediaInfo.TestSupport.Descriptions;
using MediaInfo.TestSupport.Jobs;
using NSubstitute;

namespace MediaInfo.Core.Tests.Tags;

public sealed class TagStepsTests
{
    private static readonly TagResult Found = new("ASR", JsonElement.Parse("""[{"text":"hello"}]"""));

    private readonly AnalysisRig _rig = new();
    private readonly IRecogniser _speech = Substitute.For<IRecogniser>();

    public TagStepsTests()
    {
        _speech.Kind.Returns(RecogniserKind.Speech);
        _speech.FindProblemAsync(default).ReturnsForAnyArgs((string?)null);
        _speech.RecogniseAsync(default!, default, default).ReturnsForAnyArgs(
            new Reading<TagFindings>(
                new TagFindings([Found]), new StepOutcome(Failure: null, new ProbeUsage(1, 2, 3)) { ETag = "etag" }));
        _rig.Recognisers = [_speech];
    }

    [Fact]
    public async Task Findings_are_stored_with_their_cost()
    {
        var job = await AddAsync(RecogniserKind.Speech);

        var outcome = await RecogniseAsync(job, RecogniserKind.Speech);

        Assert.Equal((new ProbeUsage(1, 2, 3), "etag"), (outcome.Usage, outcome.ETag));
        var result = Assert.Single(await new TagFindingsStore(_rig.Parts).OfAsync(job, default));
        Assert.Equal(("ASR", "hello"), (result.Type, result.Data[0].GetProperty("text").GetString()));
        await _speech.Received(1).RecogniseAsync(
            Arg.Is<TagTask>(task => task.Job == job.Key && task.Source == job.Source && task.Media.AudioStreams.Count == 1),
            Arg.Any<IProgress<double>>(),
            Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task What_was_found_is_not_looked_for_again()
    {
        var job = await AddAsync(RecogniserKind.Speech);
        await RecogniseAsync(job, RecogniserKind.Speech);

        var again = await RecogniseAsync(job, RecogniserKind.Speech);

        Assert.Equal((new ProbeUsage(1, 2, 3), "etag"), (again.Usage, again.ETag));
        await _speech.ReceivedWithAnyArgs(1).RecogniseAsync(default!, default, default);
    }

    [Fact]
    public async Task A_recogniser_whose_engine_went_away_fails_the_job()
    {
        var job = await AddAsync(RecogniserKind.Speech);
        _speech.FindProblemAsync(default).ReturnsForAnyArgs("The model file is gone");

        Assert.Equal(FailureReason.EngineMissing, (await RecogniseAsync(job, RecogniserKind.Speech)).Failure?.Reason);
    }

    [Fact]
    public async Task A_recogniser_that_this_process_does_not_have_fails_the_job()
    {
        var job = await AddAsync(RecogniserKind.Text);

        Assert.Equal(FailureReason.EngineMissing, (await RecogniseAsync(job, RecogniserKind.Text)).Failure?.Reason);
    }

    [Fact]
    public async Task A_failed_recogniser_stores_nothing()
    {
        var job = await AddAsync(RecogniserKind.Speech);
        var failed = new StepOutcome(new JobFailure(FailureReason.RecogniserFailed, "refused"), ProbeUsage.Zero);
        _speech.RecogniseAsync(default!, default, default).ReturnsForAnyArgs(new Reading<TagFindings>(null, failed));

        Assert.Equal(failed, await RecogniseAsync(job, RecogniserKind.Speech));
        Assert.Empty(await new TagFindingsStore(_rig.Parts).OfAsync(job, default));
    }

    private Task<StepOutcome> RecogniseAsync(AnalysisJob job, RecogniserKind kind) =>
        _rig.Steps().RecogniseAsync(job.Key, kind, default);

    private async Task<AnalysisJob> AddAsync(params RecogniserKind[] kinds)
    {
        var job = await _rig.AddAsync(
            TestJobs.In(JobState.Running, extras: AnalysisExtras.None with { Tags = new TagWork(kinds) }));
        await _rig.Results.AddAsync(
            job.Key, ResultPart.Streams, new AnalysisResult(FfprobeFixture.Describe("sample.mp4")), default);
        return job;
    }
}
