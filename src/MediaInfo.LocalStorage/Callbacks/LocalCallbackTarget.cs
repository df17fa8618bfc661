using MediaInfo.Core.Accounts;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Messaging;
using MediaInfo.LocalStorage.Database;
using MediaInfo.LocalStorage.Messaging;
using MediaInfo.LocalStorage.Queues;

namespace MediaInfo.LocalStorage.Callbacks;

/// <summary>Sends completion messages to the message queues of accounts. They expire after seven days.</summary>
public sealed class LocalCallbackTarget(
    LocalDatabase database, IReservedNames reserved, MessageArrivals arrivals, QueueClock clock) : ICallbackTarget
{
    /// <inheritdoc />
    public Task<CallbackResult> SendAsync(string queueName, string text, CancellationToken cancellationToken) =>
        SendAsync(queueName, text, isForeign: true, cancellationToken);

    /// <inheritdoc />
    public Task<CallbackResult> SendAsItIsAsync(string queueName, string text, CancellationToken cancellationToken) =>
        SendAsync(queueName, text, isForeign: false, cancellationToken);

    private async Task<CallbackResult> SendAsync(
        string queueName, string text, bool isForeign, CancellationToken cancellationToken)
    {
        if (CallbackTexts.Refuse(queueName, text, reserved) is { } refusal)
        {
            return refusal;
        }

        var now = clock.Now;
        var expires = now + QueueTable.Milliseconds(QueueSettings.Implicit.Retention);
        var message = new NewMessage(queueName, text, OutgoingMessage.DefaultPriority, now, now, expires, isForeign);
        var number = await database.WriteAsync(
            session =>
            {
                QueueTable.AddImplicit(session, queueName);
                return QueuedMessages.Add(session, message);
            },
            cancellationToken);
        arrivals.Tell(queueName);
        return CallbackResult.Delivered(VersionNumbers.Text(number));
    }
}
