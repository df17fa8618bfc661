using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Alibaba.Mns.Topics;

/// <summary>CreateTopic, GetTopicAttributes, SetTopicAttributes, DeleteTopic, ListTopic and PublishMessage.</summary>
public sealed class TopicActionsTests : IDisposable
{
    private const string Address = "http://127.0.0.1:7071";

    private readonly ApiRig _rig = new();

    public static TheoryData<string, string> Names => new()
    {
        { "-a", "TopicNameInvalid" },
        { "a.b", "TopicNameInvalid" },
        { new string('a', 257), "TopicNameLengthError" },
    };

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_topic_is_created_with_its_address_and_found_by_its_attributes()
    {
        var created = await _rig.PutAsync("/topics/done", "<Topic><MaximumMessageSize>2048</MaximumMessageSize></Topic>");

        Assert.Equal((201, ""), created.Outcome());
        Assert.Equal($"{Address}/topics/done", created.Headers.Location);
        (await _rig.GetAsync("/topics/done")).Matches("GetTopicAttributes");
    }

    [Fact]
    public async Task A_second_creation_is_204_or_a_conflict()
    {
        await _rig.PutAsync("/topics/done");

        var same = await _rig.PutAsync("/topics/done", "<Topic/>");
        Assert.Equal((204, ""), same.Outcome());
        Assert.Equal($"{Address}/topics/done", same.Headers.Location);
        Assert.Equal(
            (409, "TopicAlreadyExist"),
            (await _rig.PutAsync("/topics/done", "<Topic><LoggingEnabled>True</LoggingEnabled></Topic>")).Outcome());
    }

    [Fact]
    public async Task Attributes_are_changed_one_by_one()
    {
        await _rig.PutAsync("/topics/done");

        Assert.Equal(
            (204, ""),
            (await _rig.PutAsync(
                "/topics/done?metaoverride=true", "<Topic><LoggingEnabled>true</LoggingEnabled></Topic>")).Outcome());

        var answer = await _rig.GetAsync("/topics/done");
        Assert.Contains("<LoggingEnabled>True</LoggingEnabled>", answer.Body, StringComparison.Ordinal);
        Assert.Contains("<MaximumMessageSize>65536</MaximumMessageSize>", answer.Body, StringComparison.Ordinal);
        Assert.Equal((404, "TopicNotExist"), (await _rig.PutAsync("/topics/none?metaoverride=true", "<Topic/>")).Outcome());
    }

    [Theory]
    [InlineData("<Topic><MaximumMessageSize>1023</MaximumMessageSize></Topic>", "InvalidArgument")]
    [InlineData("<Topic><MaximumMessageSize>65537</MaximumMessageSize></Topic>", "InvalidArgument")]
    [InlineData("<Topic><MaximumMessageSize>1e4</MaximumMessageSize></Topic>", "InvalidArgument")]
    [InlineData("<Topic><LoggingEnabled>perhaps</LoggingEnabled></Topic>", "InvalidArgument")]
    [InlineData("<Queue/>", "InvalidArgument")]
    [InlineData("<Topic>", "MalformedXML")]
    public async Task Attributes_outside_their_bounds_are_refused(string body, string code)
    {
        Assert.Equal((400, code), (await _rig.PutAsync("/topics/done", body)).Outcome());
        Assert.Equal((404, "TopicNotExist"), (await _rig.GetAsync("/topics/done")).Outcome());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Names_follow_the_vendors_rule(string name, string code)
    {
        Assert.Equal((400, code), (await _rig.PutAsync($"/topics/{name}")).Outcome());
        Assert.Equal((400, code), (await _rig.GetAsync($"/topics/{name}")).Outcome());
        Assert.Equal((400, code), (await _rig.DeleteAsync($"/topics/{name}")).Outcome());
        Assert.Equal((400, code), (await _rig.PublishAsync(name, TopicCalls.Message("text"))).Outcome());
    }

    [Fact]
    public async Task A_topic_whose_name_is_another_accounts_queue_is_denied()
    {
        Assert.Equal((403, "AccessDenied"), (await _rig.PutAsync("/topics/other-queue")).Outcome());
        Assert.Equal((403, "AccessDenied"), (await _rig.PutAsync("/topics/mine", key: "otherid")).Outcome());
    }

    [Fact]
    public async Task A_key_needs_the_permission()
    {
        Assert.Equal((403, "AccessDenied"), (await _rig.PutAsync("/topics/done", key: "reader")).Outcome());
    }

    [Fact]
    public async Task Deleting_is_repeatable()
    {
        await _rig.PutAsync("/topics/done");

        Assert.Equal((204, ""), (await _rig.DeleteAsync("/topics/done")).Outcome());
        Assert.Equal((204, ""), (await _rig.DeleteAsync("/topics/done")).Outcome());
        Assert.Equal((404, "TopicNotExist"), (await _rig.GetAsync("/topics/done")).Outcome());
    }

    [Fact]
    public async Task Topics_are_listed_in_pages()
    {
        foreach (var name in new[] { "a-1", "a-2", "a-3", "b" })
        {
            await _rig.PutAsync($"/topics/{name}");
        }

        var first = await _rig.GetAsync("/topics", ("x-mns-prefix", "a-"), ("x-mns-ret-number", "2"));
        first.Matches("ListTopic");
        var second = await _rig.GetAsync(
            "/topics", ("x-mns-prefix", "a-"), ("x-mns-ret-number", "2"), ("x-mns-marker", "a-2"));
        Assert.Contains("/topics/a-3<", second.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("NextMarker", second.Body, StringComparison.Ordinal);
        (await _rig.GetAsync("/topics", ("x-mns-prefix", "b"), ("x-mns-with-meta", "true"))).Matches("ListTopicWithMeta");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("many")]
    public async Task A_page_has_1_to_1000_topics(string size) => Assert.Equal(
        (400, "InvalidArgument"), (await _rig.GetAsync("/topics", ("x-mns-ret-number", size))).Outcome());

    [Fact]
    public async Task An_unknown_method_of_a_path_is_no_request_of_this_API() => Assert.Equal(
        (400, "InvalidRequestURL"), (await _rig.CallAsync(MnsRequest.Post("/topics/done", ""))).Outcome());

    [Fact]
    public async Task A_message_to_a_topic_without_subscribers_is_in_the_queue_of_its_name()
    {
        await _rig.PutAsync("/topics/done");

        var answer = await _rig.PublishAsync("done", TopicCalls.Message("hello topic"));

        Assert.Equal(201, answer.Status);
        answer.Matches("PublishMessage");
        Assert.Equal([("done", "hello topic")], _rig.Callbacks.Delivered);
    }

    [Fact]
    public async Task A_message_needs_a_topic_a_text_and_a_tag_of_16_characters()
    {
        Assert.Equal((404, "TopicNotExist"), (await _rig.PublishAsync("done", TopicCalls.Message("text"))).Outcome());
        await _rig.PutAsync("/topics/done", "<Topic><MaximumMessageSize>1024</MaximumMessageSize></Topic>");

        Assert.Equal((400, "InvalidArgument"), (await _rig.PublishAsync("done", TopicCalls.Message(""))).Outcome());
        Assert.Equal((400, "MalformedXML"), (await _rig.PublishAsync("done", "text")).Outcome());
        Assert.Equal(
            (400, "InvalidArgument"),
            (await _rig.PublishAsync(
                "done", TopicCalls.Message("text", "<MessageTag>12345678901234567</MessageTag>"))).Outcome());
        var tooLarge = await _rig.PublishAsync("done", TopicCalls.Message(new string('ä', 513)));
        Assert.Contains("MaximumMessageSize", tooLarge.Body, StringComparison.Ordinal);
        Assert.Equal(201, (await _rig.PublishAsync("done", TopicCalls.Message(new string('ä', 512)))).Status);
    }
}
