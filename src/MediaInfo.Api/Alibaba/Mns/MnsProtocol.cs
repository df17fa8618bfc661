using MediaInfo.Api.Gateway;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>The REST protocol of Message Service: path and HTTP method select the action, bodies are XML.</summary>
/// <parameter name="x-mns-version" required="true" example="2015-06-06">Header: the API's version.</parameter>
public sealed class MnsProtocol(
    IEnumerable<IMnsAction> actions,
    MnsAuthenticator authenticator,
    AccountThrottle throttle,
    GatewayOptions gateway,
    ILogger<MnsProtocol> log) : IProtocol
{
    private readonly ILookup<(string Method, MnsResource Resource), IMnsAction> _actions =
        actions.ToLookup(action => (action.Method, action.Resource));

    /// <inheritdoc />
    public bool Serves(string path) => MnsPath.Serves(path);

    /// <inheritdoc />
    public async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var query = MnsQuery.Of(request.QueryString);
        var path = MnsPath.Of(request.Path);
        var action = path is null ? null : Find(request, path.Resource, query);
        var answer = await InvokeAsync(request, path, query, action, cancellationToken);
        if (answer.Error is { } error)
        {
            var key = MnsAuthorization.Parse(request.Headers.Authorization.ToString())?.AccessKeyId ?? "";
            RequestSpan.Refuse(error.Code);
            log.RequestRefused(request.RequestId, action?.Name ?? "", key, error.Code, "");
        }

        return MnsRenderer.Answer(request, answer);
    }

    /// <inheritdoc />
    public ApiResponse Refuse(ApiRequest request, GatewayFault fault) => MnsRenderer.Error(request, fault switch
    {
        GatewayFault.BodyTooLarge => MnsErrors.BodyTooLarge,
        GatewayFault.BodyTooSlow => MnsErrors.BodyTooSlow,
        GatewayFault.BodyBroken => MnsErrors.MalformedXml,
        GatewayFault.Unavailable => MnsErrors.Unavailable,
        _ => MnsErrors.Internal,
    });

    private IMnsAction? Find(ApiRequest request, MnsResource resource, MnsQuery query)
    {
        var root = MnsXml.RootOf(request.Body);
        return _actions[(request.Method, resource)].FirstOrDefault(candidate => candidate.Fits(query, root));
    }

    private async Task<MnsAnswer> InvokeAsync(
        ApiRequest request, MnsPath? path, MnsQuery query, IMnsAction? action, CancellationToken cancellationToken)
    {
        if (path is null || action is null || query.Count > gateway.MaxParameters)
        {
            return MnsErrors.InvalidUrl;
        }

        RequestSpan.Name(MnsApi.Dialect, action.Name);
        switch (request.Headers[MnsApi.VersionHeader].ToString())
        {
            case MnsApi.Version: break;
            case "": return MnsErrors.MissingVersion;
            default: return MnsErrors.InvalidVersion;
        }

        var (caller, error) = authenticator.Authenticate(request);
        if (caller is null)
        {
            return error!;
        }

        if (!caller.May($"{MnsApi.Product}:{action.Name}"))
        {
            return MnsErrors.AccessDenied;
        }

        RequestSpan.Identify(caller.Account.Id);
        if (!throttle.TryEnter(caller.Account.Id, MnsApi.Dialect))
        {
            return MnsErrors.Throttled;
        }

        var call = new MnsCall(request.RequestId, caller, path, query, request.Headers, request.Body, request.Address);
        return await action.InvokeAsync(call, cancellationToken);
    }
}
