namespace MediaInfo.Core.Jobs.Story;

/// <summary>What happened to a job.</summary>
public enum JobEventKind
{
    /// <summary>The submit call was accepted.</summary>
    Accepted,

    /// <summary>The job's pipeline was paused, so the job was put aside.</summary>
    Held,

    /// <summary>A worker started the job.</summary>
    Started,

    /// <summary>A worker started the job again, because an earlier attempt did not end it.</summary>
    Retried,

    /// <summary>The job succeeded.</summary>
    Succeeded,

    /// <summary>The job failed.</summary>
    Failed,

    /// <summary>The job was canceled before a worker started it.</summary>
    Canceled,

    /// <summary>An attempt to deliver the completion message failed; it is tried again.</summary>
    CallbackAttempted,

    /// <summary>The completion message was delivered, or the dialect's own work at the end was done.</summary>
    CallbackDelivered,

    /// <summary>The completion message was refused for good, or abandoned after every attempt.</summary>
    CallbackGivenUp,
}
