namespace MediaInfo.Core.Jobs;

/// <summary>Vendor-neutral reasons for a failed analysis; each dialect maps them to its own codes.</summary>
public enum FailureReason
{
    /// <summary>The bucket or the object does not exist.</summary>
    /// <remarks>
    /// Compare bucket and key, upper and lower case too, with storage: Object is percent-encoded once in MPS, bare in MPC.
    /// </remarks>
    ObjectNotFound,

    /// <summary>This service may not read the object.</summary>
    /// <remarks>Let the operator give the account the bucket, and this service the right to read it.</remarks>
    ObjectDenied,

    /// <summary>The object, or one that its playlist names, is in an archive tier and must be brought back first.</summary>
    /// <remarks>Move the object to the hot or cool tier. When storage has brought it back, submit it again.</remarks>
    ObjectArchived,

    /// <summary>The object is empty.</summary>
    /// <remarks>Upload the object again, and submit it then.</remarks>
    ObjectEmpty,

    /// <summary>The object was overwritten while it was being read.</summary>
    /// <remarks>Submit the object again when nobody writes it any more.</remarks>
    ObjectChanged,

    /// <summary>The object is not a media file, or is too damaged to read.</summary>
    /// <remarks>Play the file with FFmpeg. If it plays there, give the operator the job's id.</remarks>
    NotMedia,

    /// <summary>The object is the beginning of a media file whose rest is missing, so that it cannot be read.</summary>
    /// <remarks>Upload the whole file again. The sentence beside the code names the box or element at which it ends.</remarks>
    Truncated,

    /// <summary>The object is encrypted, and even its headers cannot be read.</summary>
    /// <remarks>Submit the file before it is encrypted, or put the key where the playlist says, in the same bucket.</remarks>
    Encrypted,

    /// <summary>ffprobe cannot open a stream's codec, and the container does not let it read the others alone.</summary>
    /// <remarks>
    /// Encode the stream that the sentence names with another codec, or let the operator set a newer ffprobe
    /// (<c>Probe:FfprobePath</c>).
    /// </remarks>
    UnknownCodec,

    /// <summary>The object has more fragments than the probe's budget allows to visit, and cannot be read in part.</summary>
    /// <remarks>
    /// Remux the file with an index (sidx or mfra), or without fragments. The operator may raise <c>Probe:MaxRequests</c>.
    /// </remarks>
    TooManyFragments,

    /// <summary>Reading took more requests, bytes or memory than the probe's budget allows.</summary>
    /// <remarks>
    /// Remux the file, so that its index is in one place. The operator may raise <c>Probe:MaxRequests</c>,
    /// <c>Probe:MaxBytes</c> and <c>Probe:MaxMemoryBytes</c>.
    /// </remarks>
    BudgetExceeded,

    /// <summary>The analysis took longer than its limit.</summary>
    /// <remarks>
    /// Submit the object again once. The operator may raise <c>Probe:TimeLimit</c> and <c>Analysis:WholeObjectTimeLimit</c>.
    /// </remarks>
    TimedOut,

    /// <summary>Storage was silent, or could not be reached, in each attempt to read the object.</summary>
    /// <remarks>See whether storage answers (<c>/health/ready</c> tells the operator). Then submit the object again.</remarks>
    StorageSilent,

    /// <summary>ffprobe was killed by a signal or exited abnormally. This says nothing about whether the file is media.</summary>
    /// <remarks>
    /// Submit the object again once. If it fails again, give the operator the job's id: the log has ffprobe's end.
    /// </remarks>
    ProberCrashed,

    /// <summary>The object has no picture of which a frame could be taken: no video, no cover, or none that decodes.</summary>
    /// <remarks>Play the file with FFmpeg. If it shows a picture there, give the operator the job's id.</remarks>
    NoPicture,

    /// <summary>What the job needs is not there in the process that ran it: ffmpeg, an OCR program, a speech model.</summary>
    /// <remarks>Let the operator install it (<c>/health/ready</c> tells what is missing). Then submit the object again.</remarks>
    EngineMissing,

    /// <summary>A recogniser failed on the object: its program crashed, or the service behind it refused it.</summary>
    /// <remarks>Submit the object again once. If it fails again, give the operator the job's id: the log has the cause.</remarks>
    RecogniserFailed,

    /// <summary>The description would exceed the output limit, or the file has more streams than ffprobe allows.</summary>
    /// <remarks>Remove streams or tags from the file. The operator may raise <c>Probe:MaxReportBytes</c>.</remarks>
    OutputTooLarge,

    /// <summary>The bucket for the result does not exist.</summary>
    /// <remarks>Create the bucket of the output, and submit the object again.</remarks>
    OutputNotFound,

    /// <summary>This service may not write the result to the requested location.</summary>
    /// <remarks>
    /// Let the operator give the account the bucket with <c>Access</c> ReadWrite, and this service the right to write to it.
    /// </remarks>
    OutputDenied,

    /// <summary>The location for the result holds an object that is not an earlier result of the account.</summary>
    /// <remarks>Name another file, or remove the object that is there.</remarks>
    OutputOccupied,

    /// <summary>An internal error that persisted through all retries.</summary>
    /// <remarks>Submit the object again. If it fails again, give the operator the job's id: the log has the cause.</remarks>
    Internal,
}
