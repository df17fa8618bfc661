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
    private const int MaxTagLength = 128;

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

        var target = new NotifyTarget
        {
            QueueName = Set(config.QueueName),
            Topic = Set(config.Topic),
            MqTopic = Set(config.MqTopic),
            MqTag = Set(config.MqTopic) is null ? null : Set(config.MqTag),
            Url = Set(config.Url),
        };
        return Problem(account, target) is { } problem ? (null, problem) : (target == new NotifyTarget() ? null : target, null);
    }

    /// <summary>The target for responses, with only the members that are set; null if there is none.</summary>
    internal static NotifyConfig? Map(NotifyTarget? target) =>
        target is null ? null : new NotifyConfig(target.QueueName, target.Topic, target.MqTopic, target.MqTag, target.Url);

    private RpcError? Problem(string account, NotifyTarget target)
    {
        if (target.EffectiveQueue is { } queue && !access.MayUse(account, queue))
        {
            return QueueName.IsLegal(queue)
                ? MpsErrors.ResourceDenied
                : MpsErrors.Invalid($"{Parameter}.{NameOf(target)}");
        }

        if (target.MqTag is { Length: > MaxTagLength })
        {
            return MpsErrors.Invalid($"{Parameter}.MqTag");
        }

        return target.Url is { } url && (url.Length > MaxUrlLength || !WebTarget.Is(url))
            ? MpsErrors.Invalid($"{Parameter}.Url")
            : null;
    }

    private static string NameOf(NotifyTarget target) =>
        target.QueueName is not null ? nameof(NotifyTarget.QueueName)
        : target.Topic is not null ? nameof(NotifyTarget.Topic)
        : nameof(NotifyTarget.MqTopic);

    private static string? Set(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static NotifyConfig? Read(string json) =>
        CallerJson.OrNull(() => JsonSerializer.Deserialize(json, MpsJson.Wire.NotifyConfig));
}
