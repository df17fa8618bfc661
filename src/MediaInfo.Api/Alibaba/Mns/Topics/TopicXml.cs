using System.Globalization;
using System.Xml.Linq;
using MediaInfo.Core.Topics;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>Topics and subscriptions as XML.</summary>
/// <element name="Topic">A topic.
/// <member name="TopicURL">The address; only in lists.</member>
/// <member name="TopicName">The name.</member>
/// <member name="CreateTime" type="integer">Seconds since 1970.</member>
/// <member name="LastModifyTime" type="integer">Seconds since 1970.</member>
/// <member name="MaximumMessageSize" type="integer">Bytes of a message.</member>
/// <member name="MessageRetentionPeriod" type="integer">Seconds that a message is tried.</member>
/// <member name="MessageCount" type="integer">Always 0: messages are passed on at once.</member>
/// <member name="LoggingEnabled">True or False.</member>
/// </element>
/// <element name="Topics">A page of topics.
/// <member name="Topic" type="list">The topics.</member>
/// <member name="NextMarker">The x-mns-marker of the next page; absent on the last.</member>
/// </element>
/// <element name="Subscription">A subscription.
/// <member name="SubscriptionURL">The address; only in lists.</member>
/// <member name="SubscriptionName">The name.</member>
/// <member name="Subscriber">The account.</member>
/// <member name="TopicOwner">The account.</member>
/// <member name="TopicName">The topic.</member>
/// <member name="Endpoint">Where messages go.</member>
/// <member name="NotifyStrategy">BACKOFF_RETRY or EXPONENTIAL_DECAY_RETRY.</member>
/// <member name="NotifyContentFormat">XML, JSON or SIMPLIFIED.</member>
/// <member name="FilterTag">The only tag that is wanted; absent for all.</member>
/// <member name="CreateTime" type="integer">Seconds since 1970.</member>
/// <member name="LastModifyTime" type="integer">Seconds since 1970.</member>
/// </element>
/// <element name="Subscriptions">A page of subscriptions.
/// <member name="Subscription" type="list">The subscriptions.</member>
/// <member name="NextMarker">The x-mns-marker of the next page; absent on the last.</member>
/// </element>
internal static class TopicXml
{
    /// <summary>The root element of topics.</summary>
    public const string Topic = "Topic";

    /// <summary>The root element of subscriptions.</summary>
    public const string Subscription = "Subscription";

    private const string MaximumMessageSize = "MaximumMessageSize";
    private const string LoggingEnabled = "LoggingEnabled";
    private const string NotifyStrategyElement = "NotifyStrategy";
    private const string NotifyContentFormat = "NotifyContentFormat";
    private const string FilterTag = "FilterTag";
    private const int SmallestMessage = 1024;

    private static readonly Dictionary<string, NotifyStrategy> Strategies = new(StringComparer.Ordinal)
    {
        ["BACKOFF_RETRY"] = NotifyStrategy.BackoffRetry,
        ["EXPONENTIAL_DECAY_RETRY"] = NotifyStrategy.ExponentialDecayRetry,
    };

    private static readonly Dictionary<string, NotifyFormat> Formats = new(StringComparer.Ordinal)
    {
        ["XML"] = NotifyFormat.Xml,
        ["JSON"] = NotifyFormat.Json,
        ["SIMPLIFIED"] = NotifyFormat.Simplified,
    };

    /// <summary>The address of a topic.</summary>
    public static string Url(MnsCall call, string topic) => $"{call.Address}/topics/{topic}";

    /// <summary>The address of a subscription.</summary>
    public static string Url(MnsCall call, string topic, string subscription) =>
        $"{Url(call, topic)}/subscriptions/{subscription}";

    /// <summary>The attributes of a topic in a request; the body may be missing.</summary>
    public static (TopicAttributes Attributes, MnsError? Error) ReadTopic(MnsCall call)
    {
        if (call.Body.IsEmpty)
        {
            return (new TopicAttributes(null, null), null);
        }

        var (root, error) = call.Read(Topic);
        if (root is null)
        {
            return (new TopicAttributes(null, null), error);
        }

        var (size, sizeError) = Number(root, MaximumMessageSize, SmallestMessage, Core.Topics.Topic.LargestMessage, "bytes");
        var (logging, loggingError) = Flag(root, LoggingEnabled);
        return (new TopicAttributes(size, logging), sizeError ?? loggingError);
    }

    /// <summary>The attributes of a topic as elements.</summary>
    public static IEnumerable<XElement> Write(Topic topic) =>
    [
        MnsXml.Text("TopicName", topic.Name),
        MnsXml.Text("CreateTime", Seconds(topic.CreatedAt)),
        MnsXml.Text("LastModifyTime", Seconds(topic.ChangedAt)),
        MnsXml.Text(MaximumMessageSize, topic.MaxMessageBytes.ToString(CultureInfo.InvariantCulture)),
        MnsXml.Text(
            "MessageRetentionPeriod", ((long)TopicMessage.Life.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
        MnsXml.Text("MessageCount", "0"),
        MnsXml.Text(LoggingEnabled, topic.LoggingEnabled ? "True" : "False"),
    ];

    /// <summary>The attributes of a subscription as elements.</summary>
    public static IEnumerable<XElement?> Write(string account, string topic, TopicSubscription subscription) =>
    [
        MnsXml.Text("SubscriptionName", subscription.Name),
        MnsXml.Text("Subscriber", account),
        MnsXml.Text("TopicOwner", account),
        MnsXml.Text("TopicName", topic),
        MnsXml.Text("Endpoint", subscription.Endpoint),
        MnsXml.Text(NotifyStrategyElement, Strategies.First(pair => pair.Value == subscription.Strategy).Key),
        MnsXml.Text(NotifyContentFormat, Formats.First(pair => pair.Value == subscription.Format).Key),
        subscription.FilterTag is { } tag ? MnsXml.Text(FilterTag, tag) : null,
        MnsXml.Text("CreateTime", Seconds(subscription.CreatedAt)),
        MnsXml.Text("LastModifyTime", Seconds(subscription.ChangedAt)),
    ];

    /// <summary>The attributes that a subscription may change, in a request.</summary>
    public static (SubscriptionAttributes? Attributes, MnsError? Error) ReadAttributes(XElement root)
    {
        var (strategy, strategyError) = Choice(root, NotifyStrategyElement, Strategies);
        var (tag, tagError) = Tag(root, FilterTag);
        return (new SubscriptionAttributes(strategy, tag), strategyError ?? tagError);
    }

    /// <summary>The form of the messages, in a request; null if it was not sent.</summary>
    public static (NotifyFormat? Format, MnsError? Error) ReadFormat(XElement root) =>
        Choice(root, NotifyContentFormat, Formats);

    /// <summary>A tag in a request; null if it was not sent.</summary>
    public static (string? Tag, MnsError? Error) Tag(XElement root, string name) => MnsXml.TextOf(root, name) switch
    {
        null => default,
        { Length: > TopicSubscription.MaxTagLength } => (null, MnsErrors.Schema(name)),
        var tag => (tag, null),
    };

    private static (T? Value, MnsError? Error) Choice<T>(XElement root, string name, Dictionary<string, T> values)
        where T : struct => MnsXml.TextOf(root, name) switch
        {
            null or "" => default,
            var text when values.TryGetValue(text, out var value) => (value, null),
            _ => (null, MnsErrors.Schema(name)),
        };

    private static (int? Value, MnsError? Error) Number(XElement root, string name, int low, int high, string unit) =>
        MnsXml.TextOf(root, name) switch
        {
            null or "" => default,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && value >= low && value <= high => (value, null),
            _ => (null, MnsErrors.Range(name, low, high, unit)),
        };

    private static (bool? Value, MnsError? Error) Flag(XElement root, string name) => MnsXml.TextOf(root, name) switch
    {
        null or "" => default,
        var text when bool.TryParse(text, out var value) => (value, null),
        _ => (null, MnsErrors.Schema(name)),
    };

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
