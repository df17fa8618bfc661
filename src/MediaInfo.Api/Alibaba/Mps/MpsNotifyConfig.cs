using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Alibaba.Mps.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>Reads and writes the NotifyConfig parameter.</summary>
public sealed class MpsNotifyConfig(QueueAccess access)
{
    private const string Parameter = "NotifyConfig";
    private const int MaxUrlLength = 2048;

    /// <summary>
    /// The target that the parameter names, or why the account may not use it. Null if the parameter is absent or "{}", which
    /// asks for no messages.
    /// </summary>
    public (NotifyTarget? Target, RpcError? Error) Parse(string account, string? json)
    {
        if (json is null)
        {
            return default;
        }

        if (Read(json) is not { } config)
        {
            return (null, MpsErrors.NoJsonObject(Parameter));
        }

        if (Set(config.MqTopic) is not null)
        {
            return (null, MpsErrors.NotSupported($"{Parameter}.MqTopic"));
        }

        var target = new NotifyTarget { QueueName = Set(config.QueueName), Topic = Set(config.Topic), Url = Set(config.Url) };
        return Problem(account, target) is { } problem ? (null, problem) : (target == new NotifyTarget() ? null : target, null);
    }

    /// <summary>The target for responses, with only the members that are set; null if there is none.</summary>
    internal static NotifyConfig? Map(NotifyTarget? target) =>
        target is null ? null : new NotifyConfig(target.QueueName, target.Topic, MqTopic: null, MqTag: null, target.Url);

    private RpcError? Problem(string account, NotifyTarget target)
    {
        if (target.EffectiveQueue is { } queue && !access.MayUse(account, queue))
        {
            return QueueName.IsLegal(queue)
                ? MpsErrors.ResourceDenied
                : MpsErrors.Invalid(target.QueueName is not null ? $"{Parameter}.QueueName" : $"{Parameter}.Topic");
        }

        return target.Url is { } url && !IsWebAddress(url) ? MpsErrors.Invalid($"{Parameter}.Url") : null;
    }

    private static bool IsWebAddress(string text) =>
        text.Length <= MaxUrlLength
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme is "https" or "http")
        && url.UserInfo.Length == 0;

    private static string? Set(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static NotifyConfig? Read(string json) =>
        CallerJson.OrNull(() => JsonSerializer.Deserialize(json, MpsJson.Wire.NotifyConfig));
}
