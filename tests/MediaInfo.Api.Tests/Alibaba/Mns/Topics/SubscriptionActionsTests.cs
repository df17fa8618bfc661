using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Alibaba.Mns.Topics;

/// <summary>
/// Subscribe, GetSubscriptionAttributes, SetSubscriptionAttributes, Unsubscribe and ListSubscriptionByTopic.
/// </summary>
public sealed class SubscriptionActionsTests : IAsyncLifetime, IDisposable
{
    private const string One = "/topics/done/subscriptions/one";

    private readonly ApiRig _rig = new();

    public Task InitializeAsync() => _rig.PutAsync("/topics/done");

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_subscription_is_created_with_its_address_and_found_by_its_attributes()
    {
        var created = await _rig.PutAsync(One, TopicCalls.Subscription("https://example.com/hook"));

        Assert.Equal((201, ""), created.Outcome());
        Assert.Equal("http://127.0.0.1:7071/topics/done/subscriptions/one", created.Headers.Location);
        (await _rig.GetAsync(One)).Matches("GetSubscriptionAttributes");
    }

    [Fact]
    public async Task It_asks_for_a_strategy_a_form_and_a_tag()
    {
        await _rig.PutAsync(One, TopicCalls.Subscription(
            $"acs:mns:cn-hangzhou:{ApiRig.Account}:queues/my-queue",
            "<NotifyStrategy>EXPONENTIAL_DECAY_RETRY</NotifyStrategy><NotifyContentFormat>SIMPLIFIED</NotifyContentFormat>"
            + "<FilterTag>important</FilterTag>"));

        (await _rig.GetAsync(One)).Matches("GetSubscriptionAttributesOfQueue");
    }

    [Fact]
    public async Task A_second_creation_is_204_or_a_conflict()
    {
        await _rig.PutAsync(One, TopicCalls.Subscription("https://example.com/hook"));

        Assert.Equal(
            (204, ""),
            (await _rig.PutAsync(
                One,
                TopicCalls.Subscription(
                    "https://example.com/hook", "<NotifyContentFormat>XML</NotifyContentFormat>"))).Outcome());
        Assert.Equal(
            (409, "SubscriptionAlreadyExist"),
            (await _rig.PutAsync(One, TopicCalls.Subscription("https://example.com/other"))).Outcome());
    }

    [Theory]
    [InlineData("", "", "EndpointInvalid")]
    [InlineData("example.com", "", "EndpointInvalid")]
    [InlineData("mail:directmail:a@example.com", "", "EndpointInvalid")]
    [InlineData("https://example.com/", "<NotifyStrategy>NEVER</NotifyStrategy>", "InvalidArgument")]
    [InlineData("https://example.com/", "<NotifyContentFormat>STREAM</NotifyContentFormat>", "InvalidArgument")]
    [InlineData("https://example.com/", "<FilterTag>12345678901234567</FilterTag>", "InvalidArgument")]
    public async Task Invalid_attributes_are_refused(string endpoint, string more, string code)
    {
        Assert.Equal((400, code), (await _rig.PutAsync(One, TopicCalls.Subscription(endpoint, more))).Outcome());
        Assert.Equal((404, "SubscriptionNotExist"), (await _rig.GetAsync(One)).Outcome());
    }

    [Theory]
    [InlineData(ApiRig.Account, "other-queue")]
    [InlineData(ApiRig.Account, "callbacks")]
    [InlineData(ApiRig.OtherAccount, "other-queue")]
    [InlineData("1", "my-queue")]
    public async Task A_queue_that_the_account_may_not_use_is_denied(string account, string queue) => Assert.Equal(
        (403, "AccessDenied"),
        (await _rig.PutAsync(One, TopicCalls.Subscription($"acs:mns:cn-hangzhou:{account}:queues/{queue}"))).Outcome());

    [Fact]
    public async Task Names_follow_the_vendors_rule()
    {
        var body = TopicCalls.Subscription("https://example.com/");
        Assert.Equal(
            (400, "SubscriptionNameInvalid"), (await _rig.PutAsync("/topics/done/subscriptions/-a", body)).Outcome());
        Assert.Equal(
            (400, "SubscriptionNameLengthError"),
            (await _rig.PutAsync($"/topics/done/subscriptions/{new string('a', 257)}", body)).Outcome());
        Assert.Equal(
            (400, "TopicNameInvalid"), (await _rig.PutAsync("/topics/-a/subscriptions/one", body)).Outcome());
        Assert.Equal((404, "TopicNotExist"), (await _rig.PutAsync("/topics/none/subscriptions/one", body)).Outcome());
    }

    [Fact]
    public async Task Strategy_and_tag_can_be_changed()
    {
        await _rig.PutAsync(One, TopicCalls.Subscription("https://example.com/", "<FilterTag>a</FilterTag>"));

        Assert.Equal(
            (204, ""),
            (await _rig.PutAsync(
                $"{One}?metaoverride=true",
                "<Subscription><NotifyStrategy>EXPONENTIAL_DECAY_RETRY</NotifyStrategy></Subscription>")).Outcome());

        var answer = await _rig.GetAsync(One);
        Assert.Contains("EXPONENTIAL_DECAY_RETRY", answer.Body, StringComparison.Ordinal);
        Assert.Contains("<FilterTag>a</FilterTag>", answer.Body, StringComparison.Ordinal);
        Assert.Equal(
            (404, "SubscriptionNotExist"),
            (await _rig.PutAsync("/topics/done/subscriptions/two?metaoverride=true", "<Subscription/>")).Outcome());
        Assert.Equal(
            (404, "TopicNotExist"),
            (await _rig.PutAsync("/topics/none/subscriptions/two?metaoverride=true", "<Subscription/>")).Outcome());
    }

    [Fact]
    public async Task Unsubscribing_is_repeatable()
    {
        await _rig.PutAsync(One, TopicCalls.Subscription("https://example.com/"));

        Assert.Equal((204, ""), (await _rig.DeleteAsync(One)).Outcome());
        Assert.Equal((204, ""), (await _rig.DeleteAsync(One)).Outcome());
        Assert.Equal((404, "SubscriptionNotExist"), (await _rig.GetAsync(One)).Outcome());
    }

    [Fact]
    public async Task Subscriptions_are_listed_in_pages()
    {
        foreach (var name in new[] { "b", "a", "c" })
        {
            await _rig.PutAsync($"/topics/done/subscriptions/{name}", TopicCalls.Subscription("https://example.com/"));
        }

        (await _rig.GetAsync("/topics/done/subscriptions", ("x-mns-ret-number", "2"))).Matches("ListSubscriptionByTopic");
        (await _rig.GetAsync("/topics/done/subscriptions", ("x-mns-marker", "b"), ("x-mns-with-meta", "true")))
            .Matches("ListSubscriptionByTopicWithMeta");
        Assert.Equal((404, "TopicNotExist"), (await _rig.GetAsync("/topics/none/subscriptions")).Outcome());
    }
}
