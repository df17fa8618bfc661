namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>Names in the API of ApsaraVideo Media Processing.</summary>
internal static class MpsApi
{
    /// <summary>The product's name in permissions.</summary>
    public const string Product = "mts";

    /// <summary>The API version.</summary>
    public const string Version = "2014-06-18";

    /// <summary>The dialect's name in job documents.</summary>
    public const string Dialect = "mps";

    /// <summary>The dialect's name in the documents of snapshot jobs.</summary>
    public const string SnapshotDialect = "mps-snapshots";
}
