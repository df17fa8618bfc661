using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Rpc;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Ims.Library;

/// <summary>Where the owner of an asset wants its events, said in its UserData: {"NotifyAddress": an address or a queue's name}.</summary>
/// <remarks>Source: RegisterMediaInfo, UserData.</remarks>
public sealed class NotifyAddress(QueueAccess queues)
{
    /// <summary>Why the target of the user data cannot be the account's; null where it can, and where there is none.</summary>
    public RpcError? Problem(string account, string? userData) =>
        Read(userData) is { QueueName: { } queue } && !queues.MayUse(account, queue) ? ImsErrors.Forbidden : null;

    /// <summary>The target; null when the text names none that can be used.</summary>
    internal static EventTarget? Read(string? userData)
    {
        var address = userData is null ? null : Find(userData);
        return address is null ? null
            : EventTargets.IsUrl(address) ? new EventTarget(address, QueueName: null)
            : EventTargets.IsQueue(address) ? new EventTarget(Url: null, address)
            : null;
    }

    // User data is free text; most of it is no JSON.
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
