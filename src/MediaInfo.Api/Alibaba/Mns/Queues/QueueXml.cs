using System.Globalization;
using System.Xml.Linq;
using MediaInfo.Core.Messaging;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>Reads and writes the element Queue.</summary>
/// <parameter name="DelaySeconds" otherwise="0" example="0" type="integer" min="0" max="604800">
/// Element: seconds that messages stay hidden, up to 604800.
/// </parameter>
/// <parameter name="MaximumMessageSize" otherwise="65536" example="65536"
/// type="integer" min="1024" max="65536">
/// Element: bytes of a message, 1024 to 65536.
/// </parameter>
/// <parameter name="MessageRetentionPeriod" otherwise="345600" example="345600"
/// type="integer" min="60" max="604800">
/// Element: seconds that a message is kept, 60 to 604800.
/// </parameter>
/// <parameter name="VisibilityTimeout" otherwise="30" example="30" type="integer" min="1" max="43200">
/// Element: seconds that a received message stays hidden, 1 to 43200.
/// </parameter>
/// <parameter name="PollingWaitSeconds" otherwise="0" example="10" type="integer" min="0" max="30">
/// Element: seconds that a receive call waits for a message, 0 to 30, unless it says so itself.
/// </parameter>
/// <parameter name="LoggingEnabled" otherwise="False" example="False" values="True,False" case="ignored">
/// Element: kept and shown; it changes nothing.
/// </parameter>
/// <element name="Queue">A queue.
/// <member name="QueueURL">The address; only in lists.</member>
/// <member name="QueueName">The name.</member>
/// <member name="CreateTime" type="integer">Seconds since 1970.</member>
/// <member name="LastModifyTime" type="integer">Seconds since 1970.</member>
/// <member name="DelaySeconds" type="integer">Seconds that messages stay hidden.</member>
/// <member name="MaximumMessageSize" type="integer">Bytes of a message.</member>
/// <member name="MessageRetentionPeriod" type="integer">Seconds that a message is kept.</member>
/// <member name="VisibilityTimeout" type="integer">Seconds that a received message stays hidden.</member>
/// <member name="PollingWaitSeconds" type="integer">Seconds that a receive call waits for a message.</member>
/// <member name="ActiveMessages" type="integer">About how many messages can be received.</member>
/// <member name="InactiveMessages" type="integer">About how many are received and hidden.</member>
/// <member name="DelayMessages" type="integer">About how many are not visible yet.</member>
/// <member name="LoggingEnabled">True or False.</member>
/// </element>
/// <element name="Queues">A page of queues.
/// <member name="Queue" type="list">The queues.</member>
/// <member name="NextMarker">The x-mns-marker of the next page; absent on the last.</member>
/// </element>
internal static class QueueXml
{
    /// <summary>The element.</summary>
    public const string Root = "Queue";

    private const string Seconds = "seconds";
    private const int LeastSize = 1_024;
    private const int LeastRetention = 60;
    private const int LongestVisibility = 43_200;
    private const int LongestWait = 30;
    private const int Week = 604_800;

    /// <summary>The settings that a body names, or why it is refused. A body without elements changes nothing.</summary>
    public static (QueueSettingsChange? Change, MnsError? Error) Read(XElement root)
    {
        MnsError? error = null;
        var change = new QueueSettingsChange
        {
            Delay = Time("DelaySeconds", 0, Week),
            LargestMessage = (int?)Number("MaximumMessageSize", LeastSize, QueueSettings.LargestOfAll, "bytes"),
            Retention = Time("MessageRetentionPeriod", LeastRetention, Week),
            Visibility = Time("VisibilityTimeout", 1, LongestVisibility),
            Wait = Time("PollingWaitSeconds", 0, LongestWait),
            Logging = MnsXml.TextOf(root, "LoggingEnabled")?.Trim() switch
            {
                null or "" => null,
                var text when bool.TryParse(text, out var value) => value,
                _ => Refuse<bool>(MnsErrors.Schema("LoggingEnabled")),
            },
        };
        return error is null ? (change, null) : (null, error);

        TimeSpan? Time(string name, long low, long high) =>
            Number(name, low, high, Seconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

        long? Number(string name, long low, long high, string unit) => MnsXml.TextOf(root, name)?.Trim() switch
        {
            null or "" => null,
            var text when MnsNumber.Read(text, low, high) is { } number => number,
            _ => Refuse<long>(MnsErrors.Range(name, low, high, unit)),
        };

        T? Refuse<T>(MnsError why)
            where T : struct
        {
            error ??= why;
            return null;
        }
    }

    /// <summary>The element with all attributes of a queue.</summary>
    public static XElement Write(MessageQueue queue, QueueCounts counts) => MnsXml.Element(
        Root,
        MnsXml.Text("QueueName", queue.Name),
        Number("CreateTime", UnixSeconds(queue.CreatedAt)),
        Number("LastModifyTime", UnixSeconds(queue.ModifiedAt)),
        Number("DelaySeconds", (long)queue.Settings.Delay.TotalSeconds),
        Number("MaximumMessageSize", queue.Settings.LargestMessage),
        Number("MessageRetentionPeriod", (long)queue.Settings.Retention.TotalSeconds),
        Number("VisibilityTimeout", (long)queue.Settings.Visibility.TotalSeconds),
        Number("PollingWaitSeconds", (long)queue.Settings.Wait.TotalSeconds),
        Number("ActiveMessages", counts.Visible),
        Number("InactiveMessages", counts.Received),
        Number("DelayMessages", counts.Delayed),
        MnsXml.Text("LoggingEnabled", queue.Settings.Logging ? "True" : "False"));

    /// <summary>The address of a queue.</summary>
    public static string Address(MnsCall call, string queue) => $"{call.Address}/queues/{queue}";

    private static long UnixSeconds(DateTimeOffset? at) => at?.ToUnixTimeSeconds() ?? 0;

    private static XElement Number(string name, long value) =>
        MnsXml.Text(name, value.ToString(CultureInfo.InvariantCulture));
}
