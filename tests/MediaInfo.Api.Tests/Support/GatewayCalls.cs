using System.Text;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Tests.Support;

/// <summary>Requests as a gateway gets them from its host.</summary>
public static class GatewayCalls
{
    /// <summary>Sends a request and reads what was answered.</summary>
    public static async Task<WireAnswer> SendAsync(this RequestGateway gateway, WireRequest request, IJobScheduler scheduler)
    {
        var context = request.ToContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await gateway.HandleAsync(context, scheduler);
        var text = Encoding.UTF8.GetString(body.ToArray());
        return new WireAnswer(context.Response.StatusCode, context.Response.ContentType, text, context.Response.Headers);
    }
}
