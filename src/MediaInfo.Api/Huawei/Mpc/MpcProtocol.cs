using System.Collections.Frozen;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Huawei.Signing;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>Huawei's REST protocol: the path names the project, the HTTP method selects the action.</summary>
public sealed class MpcProtocol(
    IEnumerable<IMpcAction> actions,
    MpcAuthenticator authenticator,
    AccountThrottle throttle,
    MpcOptions options,
    GatewayOptions gateway,
    ILogger<MpcProtocol> log) : IProtocol
{
    private static readonly string[] ProjectHeaders = ["X-Project-Id", "X-Project_Id"];

    private readonly FrozenDictionary<string, IMpcAction> _actions =
        actions.ToFrozenDictionary(action => action.Method, StringComparer.Ordinal);

    /// <summary>Whether a Content-Type header says JSON.</summary>
    public static bool IsJson(string contentType) =>
        contentType.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public bool Serves(string path) => path.Split('/') is ["", MpcApi.Version, ..];

    /// <inheritdoc />
    public async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var answer = await InvokeAsync(request, cancellationToken);
        if (answer.Error is { } error)
        {
            var key = SdkHmacAuthorization.Parse(request.Headers.Authorization.ToString())?.AccessKeyId ?? "";
            RequestSpan.Refuse(error.Code);
            var action = _actions.GetValueOrDefault(request.Method)?.Name ?? "";
            log.RequestRefused(request.RequestId, action, key, error.Code, error.Reason ?? "");
            return MpcRenderer.Error(request.RequestId, error);
        }

        return MpcRenderer.Answer(request.RequestId, answer, options.BareNumbers);
    }

    /// <inheritdoc />
    public ApiResponse Refuse(ApiRequest request, GatewayFault fault) => MpcRenderer.Error(request.RequestId, fault switch
    {
        GatewayFault.BodyTooLarge => MpcErrors.BodyTooLarge,
        GatewayFault.BodyTooSlow => MpcErrors.BodyTooSlow,
        GatewayFault.BodyBroken => MpcErrors.BodyBroken,
        GatewayFault.Unavailable => MpcErrors.Unavailable,
        _ => MpcErrors.Internal,
    });

    private static string? ProjectOf(string path) => path.Split('/') switch
    {
        // A trailing slash does not change the signature.
        ["", MpcApi.Version, var project, MpcApi.ExtractMetadata] => project,
        ["", MpcApi.Version, var project, MpcApi.ExtractMetadata, ""] => project,
        _ => null,
    };

    private static bool MeansAnotherProject(ApiRequest request, string project) => Array.Exists(
        ProjectHeaders,
        header => request.Headers[header].ToString() is { Length: > 0 } sent
            && !string.Equals(sent, project, StringComparison.Ordinal));

    private async Task<MpcAnswer> InvokeAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (ProjectOf(request.Path) is not { } project)
        {
            return MpcErrors.NoSuchApi;
        }

        if (!_actions.TryGetValue(request.Method, out var action))
        {
            return MpcErrors.Method;
        }

        RequestSpan.Name(MpcApi.Dialect, action.Name);
        var query = MpcQuery.Of(request.QueryString);
        if (query.All.Count > gateway.MaxParameters)
        {
            return MpcErrors.TooManyParameters;
        }

        var (caller, error) = authenticator.Authenticate(request, query);
        if (caller is null)
        {
            return error!;
        }

        if (!caller.Account.ProjectIds.Contains(project, StringComparer.Ordinal) || MeansAnotherProject(request, project))
        {
            return MpcErrors.ForeignProject;
        }

        if (!caller.May($"{MpcApi.Product}:{action.Name}"))
        {
            return MpcErrors.NotAllowed;
        }

        RequestSpan.Identify(caller.Account.Id);
        if (!throttle.TryEnter(caller.Account.Id, MpcApi.Dialect, action.Name, out var wait))
        {
            return MpcErrors.Throttled with { RetryAfter = wait };
        }

        var call = new MpcCall(
            request.RequestId, caller, project, query, request.Headers.ContentType.ToString(), request.Body);
        return await action.InvokeAsync(call, cancellationToken);
    }
}
