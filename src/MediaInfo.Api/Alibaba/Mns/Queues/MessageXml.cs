using System.Globalization;
using System.Text;
using System.Xml.Linq;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Messaging;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>Writes the element Message.</summary>
internal static class MessageXml
{
    /// <summary>The element.</summary>
    public const string Root = "Message";

    /// <summary>The element of several messages.</summary>
    public const string List = "Messages";

    /// <summary>A message that was received or looked at.</summary>
    public static XElement Write(QueueMessage message, Account account)
    {
        var body = BodyOf(message, account);
        return MnsXml.Element(
            Root,
            MnsXml.Text("MessageId", message.Id),
            message.Receipt is { } receipt
                ? MnsXml.Text("ReceiptHandle", new MessageHandle(message.Id, receipt).ToString())
                : null,
            MnsXml.Text("MessageBodyMD5", MnsDigest.Of(body)),
            MnsXml.Text("MessageBody", body),
            Time("EnqueueTime", message.SentAt),
            message.VisibleAt is { } visible ? Time("NextVisibleTime", visible) : null,
            Time("FirstDequeueTime", message.FirstReceivedAt),
            MnsXml.Text("DequeueCount", message.DeliveryCount.ToString(CultureInfo.InvariantCulture)),
            MnsXml.Text("Priority", message.Priority.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>A message that was sent.</summary>
    public static XElement Write(SentMessage sent, string body) => MnsXml.Element(
        Root,
        MnsXml.Text("MessageId", sent.Id),
        MnsXml.Text("MessageBodyMD5", MnsDigest.Of(body)),
        sent.Receipt is { } receipt ? MnsXml.Text("ReceiptHandle", new MessageHandle(sent.Id, receipt).ToString()) : null);

    /// <summary>A message of a batch that was not sent.</summary>
    public static XElement Write(MnsError error) => MnsXml.Element(
        Root, MnsXml.Text("ErrorCode", error.Code), MnsXml.Text("ErrorMessage", error.Message));

    /// <summary>A time in milliseconds since 1970.</summary>
    public static XElement Time(string name, DateTimeOffset at) =>
        MnsXml.Text(name, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    private static string BodyOf(QueueMessage message, Account account) => message.IsForeign && !account.PlainMessages
        ? Convert.ToBase64String(Encoding.UTF8.GetBytes(message.Body))
        : message.Body;
}
