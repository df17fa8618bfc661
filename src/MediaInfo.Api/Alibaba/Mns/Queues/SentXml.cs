using System.Text;
using System.Xml.Linq;
using MediaInfo.Core.Messaging;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>Reads the element Message of a message to send.</summary>
/// <parameter name="MessageBody" required="true" example="SGVsbG8=" maxbytes="65536">
/// Element: the text, in whatever form the client chooses. It comes back as it is.
/// </parameter>
/// <parameter name="DelaySeconds" otherwise="the queue's" example="0" type="integer" min="0" max="604800">
/// Element: seconds that it stays hidden.
/// </parameter>
/// <parameter name="Priority" otherwise="8" example="8" type="integer" min="1" max="16">
/// Element: 1, the highest, to 16. Azure Storage keeps the order of sending.
/// </parameter>
internal static class SentXml
{
    private const int LongestDelay = 604_800;

    // The Java client can attach them. A message without them would mean something else.
    private static readonly string[] Unknown = ["UserProperties", "SystemProperties", "MessageGroupId"];

    /// <summary>The message, or why it is refused.</summary>
    /// <param name="element">The element.</param>
    /// <param name="settings">The queue's settings.</param>
    /// <param name="largest">The most bytes that the storage takes.</param>
    public static (OutgoingMessage? Message, MnsError? Error) Read(XElement element, QueueSettings settings, int largest)
    {
        if (Array.Find(Unknown, name => MnsXml.Child(element, name) is not null) is { } unknown)
        {
            return (null, MnsErrors.Schema(unknown));
        }

        var most = Math.Min(settings.LargestMessage, largest);
        if (MnsXml.TextOf(element, "MessageBody") is not { } body)
        {
            return (null, MnsErrors.Schema("MessageBody"));
        }

        var bytes = Encoding.UTF8.GetByteCount(body);
        if (bytes == 0 || bytes > most)
        {
            return (null, MnsErrors.Range("MessageBody", 1, most, "bytes"));
        }

        if (Number("DelaySeconds", 0, LongestDelay, (long)settings.Delay.TotalSeconds) is not { } delay)
        {
            return (null, MnsErrors.Range("DelaySeconds", 0, LongestDelay, "seconds"));
        }

        const int high = OutgoingMessage.HighestPriority;
        const int low = OutgoingMessage.LowestPriority;
        return Number("Priority", high, low, OutgoingMessage.DefaultPriority) is not { } priority
            ? (null, MnsErrors.Range("Priority", high, low, unit: ""))
            : (new OutgoingMessage(body, (int)priority, TimeSpan.FromSeconds(delay), settings.Retention), null);

        long? Number(string name, long from, long to, long otherwise) =>
            MnsXml.TextOf(element, name)?.Trim() is { Length: > 0 } text ? MnsNumber.Read(text, from, to) : otherwise;
    }
}
