using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Core.Analysis;

/// <summary>What remains to be done when a worker picks up a job.</summary>
/// <param name="Reads">Whether the object must be read; false for a job that has already ended.</param>
/// <param name="Digest">Whether the MD5 was requested.</param>
/// <param name="Packets">Whether packet counts were requested.</param>
/// <param name="Notifies">Whether the completion message still has to be sent.</param>
/// <param name="Held">Whether the job's pipeline is paused; the job is scheduled again when the pipeline resumes.</param>
public sealed record AnalysisPlan(bool Reads, bool Digest, bool Packets, bool Notifies, bool Held = false)
{
    /// <summary>Whether one quick read is all there is to do: no digest, no packets, and no file to write.</summary>
    public bool IsShort { get; init; }

    /// <summary>Whether pictures were requested.</summary>
    public bool Frames { get; init; }

    /// <summary>The recognisers to run.</summary>
    public IReadOnlyList<RecogniserKind> Recognisers { get; init => field = value is { Count: > 0 } ? value : []; } = [];

    /// <summary>Nothing for now: the job waits for its pipeline.</summary>
    public static AnalysisPlan Later { get; } = new(Reads: false, Digest: false, Packets: false, Notifies: false, Held: true);

    /// <summary>Nothing: the job has ended and been announced, or no longer exists.</summary>
    public static AnalysisPlan Nothing { get; } = new(Reads: false, Digest: false, Packets: false, Notifies: false);

    /// <summary>What remains to be done for the job in its current state. The owner of a canceled job needs no message.</summary>
    public static AnalysisPlan Of(AnalysisJob job) => job.State switch
    {
        JobState.Canceled => Nothing,
        JobState.Waiting or JobState.Running =>
            new AnalysisPlan(Reads: true, job.Extras.Digest, job.Extras.Packets, Notifies: true)
            {
                Frames = job.Extras.Frames.Count > 0,
                Recognisers = job.Extras.Tags?.Recognisers ?? [],
            },
        _ => Nothing with { Notifies = job.Callback is null },
    };
}
