using System.Collections.Frozen;
using MediaInfo.Api.Alibaba.Signing;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>Alibaba's RPC protocol: every action is at the root path and identified by Version and Action.</summary>
/// <parameter name="Action" required="true" example="SubmitMediaInfoJob">
/// The action's name, case-sensitive. With signature version 3 the header x-acs-action counts first.
/// </parameter>
/// <parameter name="Version" required="true" example="2014-06-18">
/// The API's version: 2014-06-18 for MPS, 2020-11-09 for IMS, 2026-01-01 for reports. With signature version 3 the header
/// x-acs-version counts first.
/// </parameter>
public sealed class RpcProtocol(
    IEnumerable<IRpcAction> actions,
    RpcAuthenticator authenticator,
    AccountThrottle throttle,
    GatewayOptions options,
    ILogger<RpcProtocol> log)
    : IProtocol
{
    private readonly FrozenDictionary<(string Version, string Name), IRpcAction> _actions =
        actions.ToFrozenDictionary(action => (action.Version, action.Name));

    private readonly FrozenSet<string> _versions = actions.Select(action => action.Version).ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc />
    public bool Serves(string path) => path is "/" or "";

    /// <inheritdoc />
    public async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        // A browser asks without a signature.
        if (HttpMethods.IsOptions(request.Method))
        {
            return RpcRenderer.Preflight(request);
        }

        var parameters = RpcParameters.Of(request);
        var format = RpcFormats.Of(request, parameters);
        var name = NameOf("Action", request, parameters) ?? "";
        var answer = format is null
            ? RpcErrors.InvalidFormat
            : await InvokeAsync(request, parameters, name, cancellationToken);
        if (answer.Error is { } error)
        {
            RequestSpan.Refuse(error.Code);
            log.RequestRefused(request.RequestId, name, KeyOf(request, parameters), error.Code, error.Reason ?? "");
            return RpcRenderer.Error(request, error, format ?? RpcFormat.Json);
        }

        return RpcRenderer.Answer(request, name, answer, format ?? RpcFormat.Json);
    }

    /// <inheritdoc />
    public ApiResponse Refuse(ApiRequest request, GatewayFault fault)
    {
        var error = fault switch
        {
            GatewayFault.BodyTooLarge => RpcErrors.BodyTooLarge,
            GatewayFault.BodyTooSlow => RpcErrors.BodyTooSlow,
            GatewayFault.BodyBroken => RpcErrors.BodyBroken,
            GatewayFault.Unavailable => RpcErrors.Unavailable,
            _ => RpcErrors.Internal,
        };
        return RpcRenderer.Error(request, error, RpcFormats.Of(request, RpcParameters.Of(request)) ?? RpcFormat.Json);
    }

    private static string KeyOf(ApiRequest request, RpcParameters parameters) =>
        Acs3Authorization.Parse(request.Headers.Authorization.ToString())?.AccessKeyId ?? parameters["AccessKeyId"] ?? "";

    // Version 3 signs headers and names the action there, as callers with a token do. Version 1 signs only parameters: its SDKs'
    // headers are unsigned.
    private static string? NameOf(string parameter, ApiRequest request, RpcParameters parameters) =>
        (request.Headers.Authorization.Count > 0 || RpcBearer.Serves(request, parameters))
        && request.Headers[$"x-acs-{parameter}"].ToString() is { Length: > 0 } value
            ? value
            : parameters[parameter];

    private RpcError? Refusal(Caller caller, IRpcAction action)
    {
        if (!caller.May($"{action.Product}:{action.Name}"))
        {
            return RpcErrors.Forbidden;
        }

        RequestSpan.Identify(caller.Account.Id);
        return throttle.TryEnter(caller.Account.Id, action.Dialect, action.Name, out var wait)
            ? null
            : RpcErrors.Throttled with { RetryAfter = wait };
    }

    private async Task<RpcAnswer> InvokeAsync(
        ApiRequest request, RpcParameters parameters, string name, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsPost(request.Method))
        {
            return RpcErrors.UnsupportedMethod;
        }

        if (parameters.Count > options.MaxParameters)
        {
            return RpcErrors.TooManyParameters;
        }

        var version = NameOf("Version", request, parameters);
        if (name.Length == 0 || version is null)
        {
            return RpcErrors.Missing(name.Length == 0 ? "Action" : "Version");
        }

        if (!_versions.Contains(version))
        {
            return RpcErrors.InvalidVersion;
        }

        if (!_actions.TryGetValue((version, name), out var action))
        {
            return RpcErrors.ActionNotFound;
        }

        if (parameters.IsBroken)
        {
            return RpcErrors.BodyBroken;
        }

        RequestSpan.Name(action.Dialect, action.Name);
        var (caller, error) = await authenticator.AuthenticateAsync(
            request, parameters, action.ChangesState, signer => Refusal(signer, action), cancellationToken);
        if (caller is null)
        {
            return error!;
        }

        var answer = await action.InvokeAsync(new RpcCall(request.RequestId, caller, parameters), cancellationToken);
        return answer.For(caller.Account);
    }
}
