using MediaInfo.Core.Accounts;

namespace MediaInfo.LocalStorage;

/// <summary>The names that no account may use in the embedded store.</summary>
/// <remarks>
/// The media folder holds media only, so no bucket is reserved. The service's queues are kept apart from those of accounts; their
/// names are reserved all the same, so that settings hold for Azure Storage too.
/// </remarks>
public sealed class LocalReservations : IReservedNames
{
    /// <inheritdoc />
    public bool IsReservedBucket(string bucket) => false;

    /// <inheritdoc />
    public bool IsReservedQueue(string queue) => StorageNames.IsOwnQueue(queue);
}
