namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>Names in the API of Media Processing Center.</summary>
internal static class MpcApi
{
    /// <summary>The product's name in permissions.</summary>
    public const string Product = "mpc";

    /// <summary>The dialect's name in job documents.</summary>
    public const string Dialect = "mpc";

    /// <summary>The first segment of every path: the API's version.</summary>
    public const string Version = "v1";

    /// <summary>The last segment of the only path served.</summary>
    public const string ExtractMetadata = "extract-metadata";
}
