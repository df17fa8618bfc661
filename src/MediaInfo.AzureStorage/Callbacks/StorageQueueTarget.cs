using System.Xml;
using Azure;
using MediaInfo.AzureStorage.Queues;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage.Callbacks;

/// <summary>
/// Sends completion messages as plain text to a storage queue chosen by the account. They expire after seven days.
/// </summary>
public sealed class StorageQueueTarget(StorageClients clients, ILogger<StorageQueueTarget> logger) : ICallbackTarget
{
    private const string InvalidParameter = "InvalidParameter";

    /// <inheritdoc />
    public async Task<CallbackResult> SendAsync(string queueName, string text, CancellationToken cancellationToken)
    {
        if (Problem(queueName, text) is { } problem)
        {
            return CallbackResult.GivenUp(InvalidParameter, problem);
        }

        try
        {
            var queue = clients.Queues.GetQueueClient(queueName);
            var sent = await queue.SendCreatingAsync(text, timeToLive: null, delay: null, logger, cancellationToken);
            return CallbackResult.Delivered(sent.MessageId);
        }
        catch (RequestFailedException refusal) when (refusal.Status is >= 400 and < 500)
        {
            var code = refusal.ErrorCode ?? "RequestRefused";
            return CallbackResult.GivenUp(code, $"Storage rejected the message: {StorageFaults.Reason(refusal)}");
        }
    }

    private string? Problem(string queueName, string text)
    {
        if (!StorageNames.IsLegal(queueName))
        {
            return $"\"{queueName}\" is not a valid queue name: use 3 to 63 lower-case letters, digits and single inner hyphens.";
        }

        if (clients.Reservations.IsReservedQueue(queueName))
        {
            return $"\"{queueName}\" is reserved for this service or its host.";
        }

        return text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))
            ? null
            : "The message contains control characters, which storage queues do not support.";
    }
}
