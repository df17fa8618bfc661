using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Tags.Speech;
using MediaInfo.Probing.Packets;
using MediaInfo.Probing.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Probing.Recognition.Speech;

/// <summary>Recognises speech with a Whisper model of the operator's.</summary>
public sealed class SpeechRecogniser(
    SoundDecoder sound, [FromKeyedServices(SpeechEngine.Name)] ToolProcess whisper, TagOptions options) : IRecogniser
{
    /// <inheritdoc />
    public RecogniserKind Kind => RecogniserKind.Speech;

    /// <inheritdoc />
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken) =>
        SpeechEngine.ProblemOf(options)
        ?? await whisper.FindProblemAsync(cancellationToken)
        ?? await sound.FindProblemAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<Reading<TagFindings>> RecogniseAsync(
        TagTask task, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<Sentence> sentences = [];
        var outcome = new StepOutcome(Failure: null, ProbeUsage.Zero);
        if (task.Media.AudioStreams.Count > 0)
        {
            outcome = await sound.ReadAsync(
                task,
                options.SpeechTimeLimit,
                async (samples, token) =>
                {
                    (sentences, var failure) = await RecogniseAsync(task, samples, token);
                    return failure;
                },
                progress,
                cancellationToken);
        }

        return new Reading<TagFindings>(
            outcome.Failure is not null ? null : new TagFindings([SpeechData.ResultOf(sentences)])
            {
                Usage = outcome.Usage,
                ETag = outcome.ETag,
            },
            outcome);
    }

    private async Task<(IReadOnlyList<Sentence> Sentences, JobFailure? Failure)> RecogniseAsync(
        TagTask task, Stream samples, CancellationToken cancellationToken)
    {
        var language = TagParameters.Read(task.Work.Parameters).SpeechLanguage ?? options.SpeechLanguage;
        var lines = new SentenceLines();
        var call = new ToolCall(SpeechEngine.Recognise(options, language), Lease: null, options.SpeechTimeLimit)
        {
            Input = input => samples.CopyToAsync(input, cancellationToken),
            Output = output => LineReader.ReadAsync(output, lines.Add),
            Threads = Environment.ProcessorCount,
        };
        return await whisper.RunAsync(call, cancellationToken) switch
        {
            { End: ToolEnd.Exited, Code: 0 } => (lines.All, null),
            { End: ToolEnd.TimedOut } => ([], new JobFailure(
                FailureReason.TimedOut,
                $"Recognising the speech took longer than {options.SpeechTimeLimit.TotalMinutes:0} minutes")),
            var run => ([], new JobFailure(
                FailureReason.RecogniserFailed, $"The program that recognises speech failed: {run.HowItEnded()}")),
        };
    }
}
