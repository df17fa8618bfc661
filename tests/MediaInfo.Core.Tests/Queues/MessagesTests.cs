using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport.Jobs;

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
    public void A_message_is_read_only_as_its_own_kind()
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
    public void Any_other_text_is_not_a_message(string text) =>
        Assert.Null(Messages.ReadAnalyze(text.Replace("{{job}}", Job, StringComparison.Ordinal)));

    [Fact]
    public void An_event_without_a_required_member_is_not_a_message()
    {
        var whole = EventMessages.Write(new LibraryEvent("event", "account", "type", "asset", "text", Target: null));

        Assert.NotNull(EventMessages.Read(whole));
        foreach (var member in (string[])["id", "account", "type", "assetId", "text"])
        {
            Assert.Null(EventMessages.Read(whole.Replace($"\"{member}\"", "\"other\"", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Every_message_names_its_account()
    {
        var news = EventMessages.Write(new LibraryEvent("event", "account", "type", "asset", "text", Target: null));

        Assert.Equal("account", Messages.AccountOf(news));
        var job = TestJobs.Key();
        foreach (var text in new[] { Messages.WriteAnalyze(job), Messages.WriteCallback(job) })
        {
            Assert.Equal(TestJobs.Key().Account, Messages.AccountOf(text));
        }

        Assert.Null(Messages.AccountOf("{}"));
        Assert.Null(Messages.AccountOf("no JSON"));
    }

    [Fact]
    public void A_postponed_message_keeps_its_content_first_postponement_and_delivery_count()
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
