namespace MediaInfo.Core.Objects;

/// <summary>The outcome of reading an object.</summary>
public enum ObjectReadStatus
{
    /// <summary>The read succeeded.</summary>
    Ok,

    /// <summary>The bucket or object does not exist.</summary>
    NotFound,

    /// <summary>The offset is at or past the end of the object.</summary>
    BehindEnd,

    /// <summary>The object no longer has the requested ETag.</summary>
    Changed,

    /// <summary>Storage denies this service access to the object.</summary>
    Denied,

    /// <summary>The object is in a tier from which it must be brought back before it can be read.</summary>
    Archived,
}
