using System.Diagnostics;
using System.Globalization;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Library.Events;

/// <summary>Delivers library events to the targets that accounts configured.</summary>
public sealed class EventDelivery(
    IEventCallbackStore callbacks, QueuePost queues, HttpDelivery web, TimeProvider time, ILogger<EventDelivery> log)
{
    private static readonly Dictionary<string, string> Unsigned = new(StringComparer.Ordinal);

    /// <summary>Delivers an event at least once. Does nothing if the account does not subscribe to it.</summary>
    /// <returns>Null if done; otherwise how long to postpone the delivery, because the target can't accept it now.</returns>
    /// <exception cref="IOException">The target cannot be reached now; redeliver the queue message later.</exception>
    public async Task<TimeSpan?> DeliverAsync(LibraryEvent message, CancellationToken cancellationToken)
    {
        var callback = await callbacks.FindAsync(message.Account, cancellationToken);
        var target = message.Target ?? callback?.Target;
        if (target is null || callback?.Wants(message.Type) == false)
        {
            return null;
        }

        using var span =
            Tracing.Begin(Tracing.LibraryEvent, ActivityKind.Producer, message.Trace)?.SetTag(Tracing.Account, message.Account);
        var attempt = target.QueueName is { } queue
            ? new DeliveryAttempt(await queues.SendAsync(message.Account, queue, message.Text, cancellationToken))
            : await PostAsync(target.Url!, message, callback, cancellationToken);
        if (attempt.Result is { } result)
        {
            log.EventEnded(message.Id, message.Type, message.AssetId, result.MessageId, result.ErrorCode);
        }

        return attempt.PutOff;
    }

    /// <summary>Records that an event was abandoned after every retry.</summary>
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
