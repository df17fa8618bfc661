namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>Names in the API of Intelligent Media Services, which is called ICE.</summary>
internal static class ImsApi
{
    /// <summary>The product's name in permissions.</summary>
    public const string Product = "ice";

    /// <summary>The API version.</summary>
    public const string Version = "2020-11-09";

    /// <summary>The dialect's name in job documents.</summary>
    public const string Dialect = "ims";

    /// <summary>The dialect's name in the documents of snapshot jobs.</summary>
    public const string SnapshotDialect = "ims-snapshots";
}
