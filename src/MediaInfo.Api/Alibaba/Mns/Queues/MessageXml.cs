using System.Globalization;
using System.Text;
using System.Xml.Linq;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Messaging;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>Writes the element Message.</summary>
/// <element name="Message">A message.
/// <member name="MessageId">The id.</member>
/// <member name="ReceiptHandle">The handle to delete or hide it; only of a received message.</member>
/// <member name="MessageBodyMD5">The MD5 of the body, in capital hex.</member>
/// <member name="MessageBody">The body.</member>
/// <member name="EnqueueTime" type="integer">When it was sent: milliseconds since 1970.</member>
/// <member name="NextVisibleTime" type="integer">When it is visible again: milliseconds since 1970.</member>
/// <member name="FirstDequeueTime" type="integer">When it was first received: milliseconds since 1970.</member>
/// <member name="DequeueCount" type="integer">How often it was received.</member>
/// <member name="Priority" type="integer">1 to 16.</member>
/// </element>
/// <element name="Messages">Messages.
/// <member name="Message" type="list">The messages.</member>
/// </element>
/// <element name="SentMessage" element="Message">What became of a message.
/// <member name="MessageId">The id.</member>
/// <member name="MessageBodyMD5">The MD5 of the body, in capital hex.</member>
/// <member name="ReceiptHandle">The handle of a message that is hidden at first.</member>
/// <member name="ErrorCode">Why it was not sent; absent if it was.</member>
/// <member name="ErrorMessage">The same in words.</member>
/// </element>
/// <element name="SentMessages" element="Messages">What became of the messages.
/// <member name="Message" type="list" json="SentMessage">One for each message, in their order.</member>
/// </element>
/// <element name="ChangeVisibility">A message that is hidden for another time.
/// <member name="ReceiptHandle">The new handle.</member>
/// <member name="NextVisibleTime" type="integer">When it is visible again: milliseconds since 1970.</member>
/// </element>
/// <element name="Errors">What was not deleted.
/// <member name="Error" type="list" json="HandleError">One for each handle.</member>
/// </element>
/// <element name="HandleError" element="Error">Why a message was not deleted.
/// <member name="ErrorCode">The code.</member>
/// <member name="ErrorMessage">The same in words.</member>
/// <member name="ReceiptHandle">The handle.</member>
/// </element>
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
