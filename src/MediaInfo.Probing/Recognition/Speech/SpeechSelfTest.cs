using MediaInfo.Core.Tags;
using MediaInfo.Probing.Processes;

namespace MediaInfo.Probing.Recognition.Speech;

/// <summary>Makes the program load its native library and the model.</summary>
public sealed class SpeechSelfTest(ToolChild child, TagOptions options) : IToolTrial
{
    // The largest models have three gigabytes, perhaps on a network drive.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(2);

    /// <inheritdoc />
    public async Task<string?> FindProblemAsync(string path, CancellationToken cancellationToken)
    {
        if (SpeechEngine.ProblemOf(options) is { } problem)
        {
            return problem;
        }

        var call = new ToolCall(SpeechEngine.Check(options), Lease: null, TimeLimit) { Threads = Environment.ProcessorCount };
        var run = await child.RunAsync(path, call, cancellationToken);
        return run is { End: ToolEnd.Exited, Code: 0 } ? null : $"it cannot load the model: {run.InWords()}";
    }
}
