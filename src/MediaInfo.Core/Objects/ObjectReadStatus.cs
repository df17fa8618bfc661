namespace MediaInfo.Core.Objects;

/// <summary>How a read of an object ended.</summary>
public enum ObjectReadStatus
{
    /// <summary>The bytes are there.</summary>
    Ok,

    /// <summary>No such bucket or object.</summary>
    NotFound,

    /// <summary>The offset lies at or behind the object's end.</summary>
    BehindEnd,

    /// <summary>The object no longer has the asked ETag.</summary>
    Changed,

    /// <summary>Storage refuses this service the object.</summary>
    Denied,
}
