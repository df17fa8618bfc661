namespace MediaInfo.Core.Objects;

/// <summary>The outcome of writing an object.</summary>
public enum ObjectWriteStatus
{
    /// <summary>The object was written.</summary>
    Written,

    /// <summary>The bucket does not exist, or no object can have the key.</summary>
    NotFound,

    /// <summary>Storage denies this service the write.</summary>
    Denied,

    /// <summary>An object with the name exists, and it was not written for the owner.</summary>
    Occupied,
}
