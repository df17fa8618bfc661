namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>Names in the API of Message Service, now called Simple Message Queue.</summary>
internal static class MnsApi
{
    /// <summary>The product's name in permissions.</summary>
    public const string Product = "mns";

    /// <summary>The dialect's name in metrics.</summary>
    public const string Dialect = "mns";

    /// <summary>The only version of the API.</summary>
    public const string Version = "2015-06-06";

    /// <summary>The namespace of every element.</summary>
    public const string Namespace = "http://mns.aliyuncs.com/doc/v1/";

    /// <summary>The prefix of the headers that are signed.</summary>
    public const string HeaderPrefix = "x-mns-";

    /// <summary>The header with the version.</summary>
    public const string VersionHeader = "x-mns-version";

    /// <summary>The header with the request's id in every response.</summary>
    public const string RequestIdHeader = HeaderPrefix + "request-id";
}
