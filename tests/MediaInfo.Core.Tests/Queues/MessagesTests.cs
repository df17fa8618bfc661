using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Tests.Support;

namespace MediaInfo.Core.Tests.Queues;

public sealed class MessagesTests
{
    private const string Job = """{"account":"1000000000000001","id":"00000000000000000000000000000001"}""";

    [Fact]
    public void A_message_has_exactly_this_text()
    {
        Assert.Equal($$"""{"name":"analyze","version":1,"data":{{Job}}}""", Messages.WriteAnalyze(TestJobs.Key()));
        Assert.Equal($$"""{"name":"callback","version":1,"data":{{Job}}}""", Messages.WriteCallback(TestJobs.Key()));
    }

    [Fact]
    public void A_message_is_read_as_what_it_is_and_nothing_else()
    {
        Assert.Equal(TestJobs.Key(), Messages.ReadAnalyze(Messages.WriteAnalyze(TestJobs.Key())));
        Assert.Equal(TestJobs.Key(), Messages.ReadCallback(Messages.WriteCallback(TestJobs.Key())));
        Assert.Null(Messages.ReadAnalyze(Messages.WriteCallback(TestJobs.Key())));
        Assert.Null(Messages.ReadCallback(Messages.WriteAnalyze(TestJobs.Key())));
    }

    [Theory]
    [InlineData("""{"name":"analyze","version":2,"data":{{job}}}""")]
    [InlineData("""{"name":"analyze","version":0,"data":{{job}}}""")]
    [InlineData("""{"name":"Analyze","version":1,"data":{{job}}}""")]
    [InlineData("""{"version":1,"data":{{job}}}""")]
    [InlineData("""{"name":"analyze","version":1,"data":null}""")]
    [InlineData("""{"name":"analyze","version":1,"data":"text"}""")]
    [InlineData("""{"name":"analyze","version":1,"data":{}}""")]
    [InlineData("""{"name":"analyze","version":1,"data":{"account":"1000000000000001"}}""")]
    [InlineData("""{"name":"analyze","version":1,"data":{"account":null,"id":"00000000000000000000000000000001"}}""")]
    [InlineData("""{"name":"analyze","version":1}""")]
    [InlineData("""{"name":"analyze","version":"one","data":{{job}}}""")]
    [InlineData("""{"name":"analyze","version":1,"data":{{job}}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("text")]
    [InlineData("")]
    public void Any_other_text_is_no_message(string text) =>
        Assert.Null(Messages.ReadAnalyze(text.Replace("{{job}}", Job, StringComparison.Ordinal)));

    [Fact]
    public void An_event_that_lacks_a_member_is_no_message()
    {
        var whole = Messages.WriteLibraryEvent(new LibraryEvent("event", "account", "type", "asset", "text", Target: null));

        Assert.NotNull(Messages.ReadLibraryEvent(whole));
        foreach (var member in (string[])["id", "account", "type", "assetId", "text"])
        {
            Assert.Null(Messages.ReadLibraryEvent(whole.Replace($"\"{member}\"", "\"other\"", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Every_message_tells_whose_it_is()
    {
        var news = Messages.WriteLibraryEvent(new LibraryEvent("event", "account", "type", "asset", "text", Target: null));

        Assert.Equal("account", Messages.AccountOf(news));
        var job = TestJobs.Key();
        foreach (var text in new[] { Messages.WriteAnalyze(job), Messages.WriteCallback(job), Messages.WriteToken(job) })
        {
            Assert.Equal(TestJobs.Key().Account, Messages.AccountOf(text));
        }

        Assert.Null(Messages.AccountOf("{}"));
        Assert.Null(Messages.AccountOf("no JSON"));
    }

    [Fact]
    public void A_message_that_was_put_off_says_the_same_and_since_when_it_was_put_off_and_what_it_had_used()
    {
        var first = DateTimeOffset.UnixEpoch;
        var message = Messages.WriteCallback(TestJobs.Key());
        Assert.Null(Messages.PutOffOf(message));

        var once = Messages.PutOff(message, deliveries: 1, first);
        var twice = Messages.PutOff(once, deliveries: 3, first.AddHours(1));

        Assert.Equal(TestJobs.Key(), Messages.ReadCallback(twice));
        Assert.Equal(new PutOff(1, first), Messages.PutOffOf(once));
        Assert.Equal(new PutOff(3, first), Messages.PutOffOf(twice));
    }
}
