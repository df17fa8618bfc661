using MediaInfo.Core.Health;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Tags;
using MediaInfo.Probing.Recognition;
using MediaInfo.TestSupport;
using NSubstitute;

namespace MediaInfo.Probing.Tests.Recognition;

public sealed class RecogniserReadinessTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task It_lists_recognisers_and_what_others_lack() => Assert.Equal(
        new Readiness(IsReady: true, "Chapters: ready; Text: no tesseract; Speech: not known (no storage)"),
        await CheckAsync(
            Recogniser(RecogniserKind.Speech, Task.FromException<string?>(new IOException("no storage"))),
            Recogniser(RecogniserKind.Text, Task.FromResult<string?>("no tesseract")),
            Recogniser(RecogniserKind.Chapters, Task.FromResult<string?>(null))));

    [Fact]
    public async Task A_search_that_takes_long_holds_up_nothing()
    {
        var check = CheckAsync(Recogniser(RecogniserKind.Speech, new TaskCompletionSource<string?>().Task));
        _time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(new Readiness(IsReady: true, "Speech: not known yet"), await check.SoonAsync());
    }

    private Task<Readiness> CheckAsync(params IRecogniser[] recognisers) =>
        new RecogniserReadiness(recognisers, _time).CheckAsync(CancellationToken.None);

    private static IRecogniser Recogniser(RecogniserKind kind, Task<string?> problem)
    {
        var recogniser = Substitute.For<IRecogniser>();
        recogniser.Kind.Returns(kind);
        recogniser.FindProblemAsync(default).ReturnsForAnyArgs(problem);
        return recogniser;
    }
}
