using MediaInfo.Core.Jobs;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Tags.Text;
using MediaInfo.Probing.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Probing.Recognition.Text;

/// <summary>Reads the text in a picture with Tesseract.</summary>
public sealed class FrameText([FromKeyedServices(TextEngine.Name)] ToolProcess tesseract, TagOptions options)
{
    /// <summary>Why this process cannot read text, as text for operators; null if it can.</summary>
    public Task<string?> FindProblemAsync(CancellationToken cancellationToken) => tesseract.FindProblemAsync(cancellationToken);

    /// <summary>The lines of text in a picture, or why it could not be read.</summary>
    /// <param name="picture">The picture, a PNG.</param>
    /// <param name="languages">Names of Tesseract's language files, joined by a plus.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<(IReadOnlyList<TextLine> Lines, JobFailure? Failure)> ReadAsync(
        ReadOnlyMemory<byte> picture, string languages, CancellationToken cancellationToken)
    {
        var call = new ToolCall(TextEngine.Arguments(languages), Lease: null, options.TextTimeLimit)
        {
            Input = input => input.WriteAsync(picture, cancellationToken).AsTask(),
        };
        var run = await tesseract.RunAsync(call, cancellationToken);
        return run switch
        {
            { End: ToolEnd.Exited, Code: 0 } => (TesseractTable.Read(run.Report.Span, options.TextConfidence), null),
            { End: ToolEnd.TimedOut } => ([], new JobFailure(
                FailureReason.TimedOut,
                $"Reading the text of a frame took longer than {options.TextTimeLimit.TotalSeconds:0} seconds")),
            _ => ([], new JobFailure(FailureReason.RecogniserFailed, $"Tesseract failed on a frame: {run.HowItEnded()}")),
        };
    }
}
