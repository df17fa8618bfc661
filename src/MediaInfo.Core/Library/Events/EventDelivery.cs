using System.Diagnostics;
using System.Globalization;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Library.Events;

/// <summary>Brings the library's events to where their accounts want them.</summary>
public sealed class EventDelivery(
    IEventCallbackStore callbacks, QueuePost queues, HttpDelivery web, TimeProvider time, ILogger<EventDelivery> log)
{
    private static readonly Dictionary<string, string> Unsigned = new(StringComparer.Ordinal);

    /// <summary>Delivers an event, at least once; nothing happens where nobody subscribed to it.</summary>
    /// <returns>Null when it is done; else how long to put it off, since its target can't take it now.</returns>
    /// <exception cref="IOException">The target cannot be reached now; deliver the queue message again later.</exception>
    public async Task<TimeSpan?> DeliverAsync(LibraryEvent message, CancellationToken cancellationToken)
    {
        var callback = await callbacks.FindAsync(message.Account, cancellationToken);
        var target = message.Target ?? callback?.Target;
        if (target is null || callback?.Wants(message.Type) == false)
        {
            return null;
        }

        using var span = Tracing.Begin(Tracing.LibraryEvent, ActivityKind.Producer, message.Trace)?.SetTag(Tracing.Account, message.Account);
        var attempt = target.QueueName is { } queue
            ? new DeliveryAttempt(await queues.SendAsync(message.Account, queue, message.Text, cancellationToken))
            : await PostAsync(target.Url!, message, callback, cancellationToken);
        if (attempt.Result is { } result)
        {
            log.EventEnded(message.Id, message.Type, message.AssetId, result.MessageId, result.ErrorCode);
        }

        return attempt.PutOff;
    }

    /// <summary>Records that an event was given up after every retry.</summary>
    public void GiveUp(LibraryEvent message) => log.EventGivenUp(message.Id, message.Type, message.AssetId, message.Account);

    private Task<DeliveryAttempt> PostAsync(
        string url, LibraryEvent message, EventCallback? callback, CancellationToken cancellationToken) =>
        web.SendAsync(message.Account, url, message.Id, () => HeadersFor(url, callback), message.Text, cancellationToken);

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
