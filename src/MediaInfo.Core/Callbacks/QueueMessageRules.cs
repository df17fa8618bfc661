using System.Xml;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Messaging;

namespace MediaInfo.Core.Callbacks;

/// <summary>What every storage requires of a message to a queue that an account chose.</summary>
public static class QueueMessageRules
{
    /// <summary>The error code of a message that breaks a rule.</summary>
    public const string InvalidParameter = "InvalidParameter";

    /// <summary>Which rule the message breaks, as a sentence; null if none.</summary>
    public static string? Problem(string queue, string text, IReservedNames reserved) =>
        !QueueName.IsLegal(queue)
            ? $"\"{queue}\" is not a valid queue name: use {QueueName.Rule}."
        : reserved.IsReservedQueue(queue) ? $"\"{queue}\" is reserved for this service or its host."
        : !text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))
            ? "The message contains control characters, which storage queues do not support."
        : null;
}
