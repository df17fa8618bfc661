using MediaInfo.Core.Messaging;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>Names what became of a message whose handle was used.</summary>
internal static class HeldMessages
{
    /// <summary>The parameter and element with a handle.</summary>
    public const string Handle = "ReceiptHandle";

    /// <summary>The error; null if it was done.</summary>
    public static MnsError? ErrorOf(HeldMessageStatus status) => status switch
    {
        HeldMessageStatus.Done => null,
        HeldMessageStatus.NoQueue => MnsErrors.QueueNotExist,
        _ => MnsErrors.MessageNotExist,
    };
}
