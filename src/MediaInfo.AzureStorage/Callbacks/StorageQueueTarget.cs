using System.Xml;
using Azure;
using MediaInfo.AzureStorage.Queues;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using Microsoft.Extensions.Logging;

namespace MediaInfo.AzureStorage.Callbacks;

/// <summary>Completion messages as plain text in a storage queue of the account's choice, kept for seven days.</summary>
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
            return CallbackResult.Delivered(
                await queue.SendCreatingAsync(text, timeToLive: null, delay: null, logger, cancellationToken));
        }
        catch (RequestFailedException refusal) when (refusal.Status is >= 400 and < 500)
        {
            var code = refusal.ErrorCode ?? "RequestRefused";
            return CallbackResult.GivenUp(code, $"Storage refuses the message: {StorageFaults.Reason(refusal)}");
        }
    }

    private string? Problem(string queueName, string text)
    {
        if (!StorageNames.IsLegal(queueName))
        {
            return $"\"{queueName}\" is no queue name: 3 to 63 lower-case letters, digits and single hyphens between them.";
        }

        if (clients.Reservations.IsReservedQueue(queueName))
        {
            return $"\"{queueName}\" is a queue of this service or its host.";
        }

        return text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))
            ? null
            : "The message holds control characters, which storage queues cannot carry.";
    }
}
