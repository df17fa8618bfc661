using System.Text;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Tags;
using MediaInfo.Probing.Recognition.Speech;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Recognition.Speech;

[Trait("Platform", "Linux")]
public sealed class SpeechRecogniserTests
{
    [Fact]
    public async Task Sentences_of_the_program_are_the_result()
    {
        await using var rig = await RecognitionRig.StartAsync();
        var program = await rig.WriteAsync(Program("""
            bytes=$(wc -c)
            echo "{\"from\":0,\"to\":1.5,\"value\":\"$bytes bytes\",\"language\":\"$4\",\"score\":0.9}"
            echo 'no JSON'
            echo '{"from":5,"to":1,"value":"backwards","score":1}'
            """));

        var (findings, outcome) = await RecogniseAsync(rig, program, "de");

        Assert.Null(outcome.Failure);
        Assert.Equal(
            """{"details":[{"from":0,"to":1.5,"value":"64000 bytes","language":"de","score":0.9}],"language":"de"}""",
            Assert.Single(findings!.Results).Data.GetRawText());
    }

    [Theory]
    [InlineData("kill -SEGV $$", "killed by signal 11")]
    [InlineData("echo '/srv/models/small.bin: no memory' >&2; exit 1", "exit code 1")]
    public async Task A_program_that_fails_is_the_jobs_failure_alone(string body, string words)
    {
        await using var rig = await RecognitionRig.StartAsync();
        var program = await rig.WriteAsync(Program(body));

        var (findings, outcome) = await RecogniseAsync(rig, program).SoonAsync();

        Assert.Null(findings);
        Assert.Equal(
            new JobFailure(FailureReason.RecogniserFailed, $"The program that recognises speech failed: {words}"),
            outcome.Failure);
    }

    [Fact]
    public async Task A_program_that_never_ends_is_killed_at_the_limit()
    {
        await using var rig = await RecognitionRig.StartAsync();
        var program = await rig.WriteAsync(Program("sleep 600"));

        var (_, outcome) = await RecogniseAsync(rig, program, limit: TimeSpan.FromSeconds(2)).SoonAsync();

        Assert.Equal(FailureReason.TimedOut, outcome.Failure?.Reason);
    }

    [Fact]
    public async Task Without_a_model_it_says_so()
    {
        await using var rig = await RecognitionRig.StartAsync();

        Assert.Equal(
            "no model is set (Tags:SpeechModel)", await rig.Speech(new TagOptions()).FindProblemAsync(CancellationToken.None));
        Assert.StartsWith(
            "there is no model /nonexistent",
            await rig.Speech(new TagOptions { SpeechModel = "/nonexistent" }).FindProblemAsync(CancellationToken.None),
            StringComparison.Ordinal);
    }

    [WhisperFact]
    public async Task A_model_recognises_speech_or_silence()
    {
        await using var rig = await RecognitionRig.StartAsync();
        var recogniser = rig.Speech(
            new TagOptions { SpeechModel = WhisperFactAttribute.Model, SpeechProgram = WhisperFactAttribute.Program });
        Assert.Null(await recogniser.FindProblemAsync(CancellationToken.None));
        var task = await rig.MakeAsync("silence.wav", "-f", "lavfi", "-i", "aevalsrc=0:d=40:s=16000");

        var (findings, outcome) = await recogniser.RecogniseAsync(task, null, CancellationToken.None);

        Assert.Null(outcome.Failure);
        Assert.Equal("""{"details":[]}""", Assert.Single(findings!.Results).Data.GetRawText());
    }

    [Fact]
    public void Sentences_are_bounded()
    {
        var lines = new SentenceLines();
        for (var n = 0; n < 100_010; n++)
        {
            lines.Add("""{"from":0,"to":1,"value":"a","score":1}"""u8);
        }

        lines.Add(Encoding.UTF8.GetBytes($$"""{"from":0,"to":1,"value":"{{new string('a', 20_000)}}","score":1}"""));

        Assert.Equal(100_000, lines.All.Count);
    }

    // It answers the questions for its version and its model, and then does what a test wants.
    private static string Program(string body) => $$"""
        case $1 in
          --version) echo 'mediainfo-speech 1.0'; exit ;;
          --check) exit 0 ;;
        esac
        {{body}}
        """;

    private static async Task<Reading<TagFindings>> RecogniseAsync(
        RecognitionRig rig, string program, string language = "auto", TimeSpan? limit = null)
    {
        var task = await rig.MakeAsync("sound.wav", "-f", "lavfi", "-i", "sine=d=2:r=16000");
        var options = new TagOptions
        {
            SpeechProgram = program,
            SpeechModel = program,
            SpeechLanguage = language,
            SpeechTimeLimit = limit ?? TimeSpan.FromMinutes(2),
        };
        return await rig.Speech(options).RecogniseAsync(task, null, CancellationToken.None);
    }
}
