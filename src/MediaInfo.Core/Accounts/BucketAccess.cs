namespace MediaInfo.Core.Accounts;

/// <summary>What an account may do with a bucket.</summary>
public enum BucketAccess
{
    /// <summary>Objects may be analysed, registered and read through signed URLs.</summary>
    Read,

    /// <summary>As <see cref="Read"/>, and result files may be written to the bucket.</summary>
    ReadWrite,
}
