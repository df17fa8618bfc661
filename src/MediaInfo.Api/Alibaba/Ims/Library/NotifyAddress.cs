using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>Where an asset's owner wants its events, set in UserData: {"NotifyAddress": an address or a queue's name}.</summary>
/// <remarks>Source: RegisterMediaInfo, UserData.</remarks>
public sealed class NotifyAddress(QueueAccess queues)
{
    /// <summary>Why the account may not use the user data's target; null if it may, or if there is none.</summary>
    public RpcError? Problem(string account, string? userData) =>
        Read(userData) is { QueueName: { } queue } && !queues.MayUse(account, queue) ? ImsErrors.Forbidden : null;

    /// <summary>The target; null if the text names no usable one.</summary>
    internal static EventTarget? Read(string? userData)
    {
        var address = userData is null ? null : Find(userData);
        return address is null ? null
            : EventTargets.IsUrl(address) ? new EventTarget(address, QueueName: null)
            : EventTargets.IsQueue(address) ? new EventTarget(Url: null, address)
            : null;
    }

    // User data is free text, and most of it is not JSON.
    private static string? Find(string userData) => CallerJson.OrNull(() =>
    {
        using var document = JsonDocument.Parse(userData);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("NotifyAddress", out var address)
            && address.ValueKind == JsonValueKind.String
                ? address.GetString()
                : null;
    });
}
