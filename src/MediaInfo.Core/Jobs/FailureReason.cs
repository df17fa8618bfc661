namespace MediaInfo.Core.Jobs;

/// <summary>Why an analysis failed, in no vendor's words; each dialect maps it to its own code.</summary>
public enum FailureReason
{
    /// <summary>The bucket or the object does not exist.</summary>
    ObjectNotFound,

    /// <summary>This service may not read the object.</summary>
    ObjectDenied,

    /// <summary>The object has no bytes.</summary>
    ObjectEmpty,

    /// <summary>The object was overwritten while it was read.</summary>
    ObjectChanged,

    /// <summary>The object is no media file, or one too damaged to be read.</summary>
    NotMedia,

    /// <summary>Reading took more requests, bytes or memory than the probe's budget allows.</summary>
    BudgetExceeded,

    /// <summary>The analysis took longer than its limit.</summary>
    TimedOut,

    /// <summary>ffprobe ended by a signal, or in another way that is none of its own. Says nothing about the file being media or not.</summary>
    ProberCrashed,

    /// <summary>The description would be larger than the output limit, or have more streams than ffprobe's own.</summary>
    OutputTooLarge,

    /// <summary>The bucket that the result was to be written to does not exist.</summary>
    OutputNotFound,

    /// <summary>This service may not write the result where it was asked to.</summary>
    OutputDenied,

    /// <summary>Where the result was to be written lies an object that is no earlier result of the account.</summary>
    OutputOccupied,

    /// <summary>A fault of this service, given up after its retries.</summary>
    Internal,
}
