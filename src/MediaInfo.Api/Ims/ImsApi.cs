namespace MediaInfo.Api.Ims;

/// <summary>The names of Intelligent Media Services, whose API is called ICE.</summary>
internal static class ImsApi
{
    /// <summary>The product in permissions.</summary>
    public const string Product = "ice";

    /// <summary>The API version.</summary>
    public const string Version = "2020-11-09";

    /// <summary>The dialect on job documents.</summary>
    public const string Dialect = "ims";
}
