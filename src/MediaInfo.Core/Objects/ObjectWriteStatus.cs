namespace MediaInfo.Core.Objects;

/// <summary>How the write of an object ended.</summary>
public enum ObjectWriteStatus
{
    /// <summary>The object is there.</summary>
    Written,

    /// <summary>No such bucket, or a key that no object can have.</summary>
    NotFound,

    /// <summary>Storage refuses this service the write.</summary>
    Denied,

    /// <summary>There is an object of that name, and it is no file that was written for the owner.</summary>
    Occupied,
}
