using System.Globalization;
using System.Text;
using System.Text.Json;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Topics;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>The messages that subscribers receive.</summary>
/// <remarks>
/// Source: "NotifyContentFormat" and "HttpEndpoint" of Message Service; the headers of SIMPLIFIED are those of the push in its
/// Go sample.
/// </remarks>
public sealed class PushFormat(SigningKey key, SigningOptions options, IIdSource ids, TimeProvider time) : ITopicPushFormat
{
    /// <inheritdoc />
    public string Body(TopicMessage message, TopicSubscription subscription) => subscription.Format switch
    {
        NotifyFormat.Simplified => message.Text,
        NotifyFormat.Json => JsonSerializer.Serialize(
            Members(message, subscription).ToDictionary(StringComparer.Ordinal), PushJson.Wire.DictionaryStringString),
        _ => Encoding.UTF8.GetString(MnsXml.Write(MnsXml.Element(
            "Notification", Members(message, subscription).Select(member => MnsXml.Text(member.Key, member.Value))))),
    };

    /// <inheritdoc />
    public async Task<Func<IReadOnlyDictionary<string, string>>> HeadersAsync(
        Uri url, TopicMessage message, TopicSubscription subscription, string body, CancellationToken cancellationToken)
    {
        var certificate = await key.GetAsync(cancellationToken);
        return () => Headers(url, message, subscription, body, certificate);
    }

    private Dictionary<string, string> Headers(
        Uri url, TopicMessage message, TopicSubscription subscription, string body, SigningCertificate certificate)
    {
        var address = options.CertificateUrl?.AbsoluteUri
            ?? $"{subscription.Origin}{CertificateProtocol.Path}?v={certificate.Version}";
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Content-MD5"] = MnsDigest.Of(body),
            ["Content-Type"] = ContentType(subscription.Format),
            ["Date"] = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture),
            [MnsApi.RequestIdHeader] = ids.NewRequestId(),
            [MnsApi.VersionHeader] = MnsApi.Version,
            [$"{MnsApi.HeaderPrefix}signing-cert-url"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(address)),
        };
        if (subscription.Format == NotifyFormat.Simplified)
        {
            Describe(headers, message, subscription);
        }

        headers["Authorization"] = PushSignature.Sign(PushSignature.StringToSign(headers, url.PathAndQuery), certificate.Key);
        return headers;
    }

    private static void Describe(
        Dictionary<string, string> headers, TopicMessage message, TopicSubscription subscription)
    {
        headers[$"{MnsApi.HeaderPrefix}message-id"] = message.Id;
        headers[$"{MnsApi.HeaderPrefix}publish-time"] = Milliseconds(message);
        headers[$"{MnsApi.HeaderPrefix}subscriber"] = message.Account;
        headers[$"{MnsApi.HeaderPrefix}subscription-name"] = subscription.Name;
        headers[$"{MnsApi.HeaderPrefix}topic-name"] = message.Topic;
        headers[$"{MnsApi.HeaderPrefix}topic-owner"] = message.Account;
        if (message.Tag is { } tag)
        {
            headers[$"{MnsApi.HeaderPrefix}message-tag"] = tag;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Members(TopicMessage message, TopicSubscription subscription)
    {
        yield return new("TopicOwner", message.Account);
        yield return new("TopicName", message.Topic);
        yield return new("Subscriber", message.Account);
        yield return new("SubscriptionName", subscription.Name);
        yield return new("MessageId", message.Id);
        yield return new("Message", message.Text);
        yield return new("MessageMD5", MnsDigest.Of(message.Text));
        if (message.Tag is { } tag)
        {
            yield return new("MessageTag", tag);
        }

        yield return new("PublishTime", Milliseconds(message));
    }

    private static string ContentType(NotifyFormat format) => format switch
    {
        NotifyFormat.Simplified => "text/plain;charset=utf-8",
        NotifyFormat.Json => "application/json;charset=utf-8",
        _ => "text/xml;charset=utf-8",
    };

    private static string Milliseconds(TopicMessage message) =>
        message.PublishedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
