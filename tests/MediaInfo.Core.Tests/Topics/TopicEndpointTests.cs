using MediaInfo.Core.Topics;

namespace MediaInfo.Core.Tests.Topics;

public sealed class TopicEndpointTests
{
    public static TheoryData<string> TooLong => ["https://example.com/" + new string('a', 2048)];

    [Theory]
    [InlineData("https://example.com/path?a=b", "https://example.com/path?a=b")]
    [InlineData("http://127.0.0.1:8080/", "http://127.0.0.1:8080/")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/notifications")]
    [InlineData("https://example.com?a=b", "https://example.com/?a=b")]
    public void An_address_without_a_path_means_notifications(string text, string url) =>
        Assert.Equal(new TopicEndpoint(new Uri(url), Queue: null), TopicEndpoint.Read(text));

    [Fact]
    public void A_queue_is_named_with_its_account() => Assert.Equal(
        new TopicEndpoint(Url: null, new TopicQueue("1234", "My_Queue")),
        TopicEndpoint.Read("acs:mns:cn-hangzhou:1234:queues/My_Queue"));

    [Theory]
    [MemberData(nameof(TooLong))]
    [InlineData("")]
    [InlineData("example.com")]
    [InlineData("/path")]
    [InlineData("ftp://example.com/")]
    [InlineData("https://user:password@example.com/")]
    [InlineData("acs:mns:cn-hangzhou:1234:topics/name")]
    [InlineData("acs:mns:cn-hangzhou:1234:queues/")]
    [InlineData("acs:mns:cn-hangzhou::queues/name")]
    [InlineData("acs:mns::1234:queues/name")]
    [InlineData("acs:mns:cn-hangzhou:1234:queues/a/b")]
    [InlineData("mail:directmail:a@example.com")]
    [InlineData("sms:directsms:anonymous")]
    public void Anything_else_is_no_endpoint(string text) => Assert.Null(TopicEndpoint.Read(text));
}
