using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Alibaba.Rpc.Wire;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>Maps snapshot jobs to the product's responses.</summary>
public sealed class MpsSnapshotMapper(FrameResults made)
{
    private const string Submitted = "Submitted";
    private const string Running = "Snapshoting";
    private const string Success = "Success";
    private const string Fail = "Fail";

    /// <summary>The product's name for a state.</summary>
    public static string StateOf(JobState state) => state switch
    {
        JobState.Succeeded => Success,
        JobState.Failed or JobState.Canceled => Fail,
        JobState.Running => Running,
        _ => Submitted,
    };

    /// <summary>The states that a name covers; null if there is no such name.</summary>
    public static IReadOnlyCollection<JobState>? StatesOf(string name)
    {
        var states = Array.FindAll(
            Enum.GetValues<JobState>(), state => string.Equals(StateOf(state), name, StringComparison.Ordinal));
        return states.Length > 0 ? states : null;
    }

    /// <summary>The job with everything that is known of it.</summary>
    public async Task<SnapshotJob> MapAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        var submitted = SubmittedSnapshot.Read(job.SubmittedInput);
        var sets = job.State == JobState.Succeeded ? (await made.FindAsync(job.Key, cancellationToken))?.Sets : null;
        var (code, message) = job.Failure is { } failure ? MpsErrors.OfFailure(failure) : ((string?)null, (string?)null);
        return new SnapshotJob
        {
            Id = job.Key.Id,
            State = StateOf(job.State),
            CreationTime = AlibabaText.Time(job.CreatedAt),
            PipelineId = job.PipelineId,
            UserData = job.UserData,
            Input = submitted?.Input,
            SnapshotConfig = submitted?.SnapshotConfig,
            Count = AlibabaText.Number(sets?.Max(set => set.Frames)),
            TileCount = AlibabaText.Number(TilesIn(job, sets)),
            Progress = JobTransitions.IsFinal(job.State) ? null : AlibabaText.Number(job.Progress),
            Code = code,
            Message = message,
            Reason = job.Failure?.ToString(),
            MNSMessageResult = job.Callback is { } callback
                ? new MnsMessageResult(callback.MessageId, callback.ErrorCode, callback.ErrorMessage)
                : null,
            ProbeUsage = ReadingCost.Of(job.Usage),
        };
    }

    private static int? TilesIn(AnalysisJob job, IReadOnlyList<FrameSet>? sets) =>
        sets is not null && job.Extras.Frames.Any(order => order.Sprite is not null)
            ? sets.Where((_, i) => job.Extras.Frames[i].Sprite is not null).Sum(set => set.Pictures.Count)
            : null;
}
