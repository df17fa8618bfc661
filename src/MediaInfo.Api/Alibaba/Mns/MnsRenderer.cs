using System.Net;
using System.Xml.Linq;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>Writes responses and errors.</summary>
internal static class MnsRenderer
{
    // The Node.js client reads a body only if its type begins so.
    private const string ContentType = "text/xml;charset=utf-8";

    /// <summary>The response of an action.</summary>
    public static ApiResponse Answer(ApiRequest request, MnsAnswer answer) => answer.Error is { } error
        ? Write(request, error.Status, Body(request, error), location: null)
        : Write(request, answer.Status, answer.Body, answer.Location);

    /// <summary>The response to a request that no action answers.</summary>
    public static ApiResponse Error(ApiRequest request, MnsError error) => Answer(request, error);

    private static XElement Body(ApiRequest request, MnsError error) => MnsXml.Element(
        "Error",
        MnsXml.Text("Code", error.Code),
        MnsXml.Text("Message", error.Message),
        MnsXml.Text("RequestId", request.RequestId),
        MnsXml.Text("HostId", request.Address));

    private static ApiResponse Write(ApiRequest request, HttpStatusCode status, XElement? body, string? location)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [MnsApi.RequestIdHeader] = request.RequestId,
            [MnsApi.VersionHeader] = MnsApi.Version,
        };
        if (location is not null)
        {
            headers["Location"] = location;
        }

        return new ApiResponse((int)status, body is null ? null : ContentType, body is null ? default : MnsXml.Write(body))
        {
            Headers = headers,
        };
    }
}
