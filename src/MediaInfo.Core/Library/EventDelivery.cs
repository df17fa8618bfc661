using System.Globalization;
using MediaInfo.Core.Callbacks;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Library;

/// <summary>Brings the library's events to where their accounts want them.</summary>
public sealed class EventDelivery(
    IEventCallbackStore callbacks, ICallbackTarget queues, HttpCallbackTarget web, TimeProvider time, ILogger<EventDelivery> log)
{
    private static readonly Dictionary<string, string> Unsigned = new(StringComparer.Ordinal);

    /// <summary>Delivers an event, at least once; nothing happens where nobody subscribed to it.</summary>
    /// <exception cref="IOException">The target cannot be reached now; deliver the queue message again later.</exception>
    public async Task DeliverAsync(LibraryEvent message, CancellationToken cancellationToken)
    {
        var callback = await callbacks.FindAsync(message.Account, cancellationToken);
        var target = message.Target ?? callback?.Target;
        if (target is null || callback?.Wants(message.Type) == false)
        {
            return;
        }

        var result = target.QueueName is { } queue
            ? await queues.SendAsync(queue, message.Text, cancellationToken)
            : await web.SendAsync(target.Url!, message.Id, HeadersFor(target.Url!, callback), message.Text, cancellationToken);
        log.EventEnded(message.Id, message.Type, message.AssetId, result.MessageId, result.ErrorCode);
    }

    /// <summary>Records that an event was given up after every retry.</summary>
    public void GiveUp(LibraryEvent message) => log.EventGivenUp(message.Id, message.Type, message.AssetId, message.Account);

    private Dictionary<string, string> HeadersFor(string url, EventCallback? callback)
    {
        if (callback is not { Signs: true, AuthKey: { } key })
        {
            return Unsigned;
        }

        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [EventSignature.TimestampHeader] = timestamp,
            [EventSignature.SignatureHeader] = EventSignature.Of(url, timestamp, key),
        };
    }
}
