using System.Text.Json;
using MediaInfo.Core.Library.Events;

namespace MediaInfo.Api.Ims.Library;

/// <summary>Where the owner of an asset wants its events, said in its UserData: {"NotifyAddress": an address or a queue's name}.</summary>
/// <remarks>Source: RegisterMediaInfo, UserData.</remarks>
internal static class NotifyAddress
{
    /// <summary>The target; null when the text names none that can be used.</summary>
    public static EventTarget? Read(string? userData)
    {
        var address = userData is null ? null : Find(userData);
        return address is null ? null
            : EventTargets.IsUrl(address) ? new EventTarget(address, QueueName: null)
            : EventTargets.IsQueue(address) ? new EventTarget(Url: null, address)
            : null;
    }

    // User data is free text; most of it is no JSON.
    private static string? Find(string userData)
    {
        try
        {
            using var document = JsonDocument.Parse(userData);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("NotifyAddress", out var address)
                && address.ValueKind == JsonValueKind.String
                    ? address.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
