using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Jobs.Files;

/// <summary>Why a job fails if a file could not be written.</summary>
public static class WriteFailures
{
    /// <summary>The failure; null if the file was written.</summary>
    public static JobFailure? Of(ObjectWriteStatus status, ObjectRef target) => status switch
    {
        ObjectWriteStatus.Written => null,
        ObjectWriteStatus.NotFound => new JobFailure(
            FailureReason.OutputNotFound, $"The output bucket {target.Bucket} does not exist, or the object name is invalid"),
        ObjectWriteStatus.Occupied => new JobFailure(
            FailureReason.OutputOccupied,
            "The output object already exists and was not written by this service for this account"),
        _ => new JobFailure(FailureReason.OutputDenied, $"Write access to the output bucket {target.Bucket} is denied"),
    };
}
