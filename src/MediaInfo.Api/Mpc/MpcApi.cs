namespace MediaInfo.Api.Mpc;

/// <summary>The names of Media Processing Center.</summary>
internal static class MpcApi
{
    /// <summary>The product in permissions.</summary>
    public const string Product = "mpc";

    /// <summary>The dialect on job documents.</summary>
    public const string Dialect = "mpc";

    /// <summary>The first segment of every path: the API's version.</summary>
    public const string Version = "v1";

    /// <summary>The last segment of the one path that is served.</summary>
    public const string ExtractMetadata = "extract-metadata";
}
