using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Queues;

namespace MediaInfo.Core.Library.Events;

/// <summary>The queue messages that request delivery of library events.</summary>
public sealed class EventMessages(EventDelivery delivery) : ICallbackMessages
{
    private const string Event = "library-event";
    private const int Version = 1;

    /// <inheritdoc />
    public string Name => Event;

    /// <summary>Writes the message that requests delivery of an event.</summary>
    public static string Write(LibraryEvent news) => Envelope.Write(Event, Version, news, LibraryJson.Default.LibraryEvent);

    /// <summary>The event to deliver; null for a message with another name or version.</summary>
    public static LibraryEvent? Read(string text) =>
        Envelope.Read(text, Event, Version, LibraryJson.Default.LibraryEvent)
            is { Id: not null, Account: not null, Type: not null, AssetId: not null, Text: not null } news ? news : null;

    /// <inheritdoc />
    public Task<TimeSpan?> DeliverAsync(string text, CancellationToken cancellationToken) =>
        Read(text) is { } news
            ? delivery.DeliverAsync(news, cancellationToken)
            : throw new InvalidDataException("The message contains no event");

    /// <inheritdoc />
    public Task GiveUpAsync(string text, CancellationToken cancellationToken)
    {
        if (Read(text) is { } news)
        {
            delivery.GiveUp(news);
        }

        return Task.CompletedTask;
    }
}
