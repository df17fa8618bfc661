namespace MediaInfo.Core.Jobs;

/// <summary>Vendor-neutral reasons for a failed analysis; each dialect maps them to its own codes.</summary>
public enum FailureReason
{
    /// <summary>The bucket or the object does not exist.</summary>
    ObjectNotFound,

    /// <summary>This service may not read the object.</summary>
    ObjectDenied,

    /// <summary>The object is empty.</summary>
    ObjectEmpty,

    /// <summary>The object was overwritten while it was being read.</summary>
    ObjectChanged,

    /// <summary>The object is not a media file, or is too damaged to read.</summary>
    NotMedia,

    /// <summary>Reading took more requests, bytes or memory than the probe's budget allows.</summary>
    BudgetExceeded,

    /// <summary>The analysis took longer than its limit.</summary>
    TimedOut,

    /// <summary>ffprobe was killed by a signal or exited abnormally. This says nothing about whether the file is media.</summary>
    ProberCrashed,

    /// <summary>The description would exceed the output limit, or the file has more streams than ffprobe allows.</summary>
    OutputTooLarge,

    /// <summary>The bucket for the result does not exist.</summary>
    OutputNotFound,

    /// <summary>This service may not write the result to the requested location.</summary>
    OutputDenied,

    /// <summary>The location for the result holds an object that is not an earlier result of the account.</summary>
    OutputOccupied,

    /// <summary>An internal error that persisted through all retries.</summary>
    Internal,
}
