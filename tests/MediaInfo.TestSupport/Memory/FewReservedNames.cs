using MediaInfo.Core.Accounts;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Storage that reserves some names for itself and its host.</summary>
public sealed class FewReservedNames : IReservedNames
{
    private static readonly string[] Prefixes = ["mediainfo-", "azure-webjobs-", "$"];

    /// <inheritdoc />
    public bool IsReservedBucket(string bucket) =>
        Array.Exists(Prefixes, prefix => bucket.StartsWith(prefix, StringComparison.Ordinal));

    /// <inheritdoc />
    public bool IsReservedQueue(string queue) => queue is "callbacks" || queue.EndsWith("-poison", StringComparison.Ordinal);
}
