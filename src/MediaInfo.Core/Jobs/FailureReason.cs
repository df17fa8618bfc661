namespace MediaInfo.Core.Jobs;

/// <summary>Vendor-neutral reasons for a failed analysis; each dialect maps them to its own codes.</summary>
public enum FailureReason
{
    /// <summary>The bucket or the object does not exist.</summary>
    ObjectNotFound,

    /// <summary>This service may not read the object.</summary>
    ObjectDenied,

    /// <summary>The object, or one that its playlist names, is in an archive tier and must be brought back first.</summary>
    ObjectArchived,

    /// <summary>The object is empty.</summary>
    ObjectEmpty,

    /// <summary>The object was overwritten while it was being read.</summary>
    ObjectChanged,

    /// <summary>The object is not a media file, or is too damaged to read.</summary>
    NotMedia,

    /// <summary>The object is the beginning of a media file whose rest is missing, so that it cannot be read.</summary>
    Truncated,

    /// <summary>The object is encrypted, and even its headers cannot be read.</summary>
    Encrypted,

    /// <summary>A stream's codec, or the kind of it, is not known to ffprobe.</summary>
    UnknownCodec,

    /// <summary>The object has more fragments than the probe's budget allows to visit, and cannot be read in part.</summary>
    TooManyFragments,

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
