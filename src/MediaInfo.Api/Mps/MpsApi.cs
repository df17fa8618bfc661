namespace MediaInfo.Api.Mps;

/// <summary>The names of ApsaraVideo Media Processing.</summary>
internal static class MpsApi
{
    /// <summary>The product in permissions.</summary>
    public const string Product = "mts";

    /// <summary>The API version.</summary>
    public const string Version = "2014-06-18";

    /// <summary>The dialect on job documents.</summary>
    public const string Dialect = "mps";
}
