namespace MediaInfo.Core.Accounts;

/// <summary>What an account may do with a bucket.</summary>
public enum BucketAccess
{
    /// <summary>Its objects may be analysed, registered and read by signed addresses.</summary>
    Read,

    /// <summary>The same, and result files may be written to it.</summary>
    ReadWrite,
}
