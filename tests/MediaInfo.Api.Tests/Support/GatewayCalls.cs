using System.Text;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Tests.Support;

/// <summary>Requests as the host passes them to a gateway.</summary>
public static class GatewayCalls
{
    /// <summary>Sends a request and reads the answer.</summary>
    public static async Task<WireAnswer> SendAsync(this RequestGateway gateway, WireRequest request)
    {
        var context = request.ToContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await gateway.HandleAsync(context);
        var text = Encoding.UTF8.GetString(body.ToArray());
        return new WireAnswer(context.Response.StatusCode, context.Response.ContentType, text, context.Response.Headers);
    }
}
