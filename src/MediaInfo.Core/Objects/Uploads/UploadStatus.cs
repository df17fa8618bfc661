namespace MediaInfo.Core.Objects.Uploads;

/// <summary>The outcome of an upload.</summary>
public enum UploadStatus
{
    /// <summary>The object was written.</summary>
    Written,

    /// <summary>The bucket does not exist, or no object can have the key.</summary>
    NotFound,

    /// <summary>The disk denies this service the write.</summary>
    Denied,

    /// <summary>An object with the name exists, and it must not be replaced.</summary>
    Occupied,

    /// <summary>More or fewer bytes came than the address grants.</summary>
    WrongSize,

    /// <summary>The object is being sent by another request.</summary>
    InProgress,

    /// <summary>As many objects are being sent as this service takes at once.</summary>
    TooMany,
}
