using MediaInfo.Core.Accounts;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Topics;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace MediaInfo.Core.Tests.Topics;

/// <summary>Topics of one account over ports in memory, with a stopped clock.</summary>
public sealed class TopicRig
{
    public const string Account = "account";

    public TopicRig()
    {
        var access = new QueueAccess(
            new AccountOptions { List = [new Account { Id = Account, Queues = ["their-*"] }] }, new FewReservedNames());
        Work = new InMemoryWorkQueues(Time);
        Queues.SendAsync(default!, default!, default).ReturnsForAnyArgs(CallbackResult.Delivered("queued"));
        Queues.SendAsItIsAsync(default!, default!, default).ReturnsForAnyArgs(CallbackResult.Delivered("queued as it is"));
        Web.SendAsync(default!, default!, default!, default!, default).ReturnsForAnyArgs(CallbackResult.Delivered("posted"));
        var format = Substitute.For<ITopicPushFormat>();
        format.Body(default!, default!).ReturnsForAnyArgs(
            call => $"{call.Arg<TopicSubscription>().Format}: {call.Arg<TopicMessage>().Text}");
        format.HeadersAsync(default!, default!, default!, default!, default).ReturnsForAnyArgs(
            Task.FromResult<Func<IReadOnlyDictionary<string, string>>>(
                () => new Dictionary<string, string>(StringComparer.Ordinal)));
        var post = new QueuePost(Queues, access);
        var web = new HttpDelivery(Web, new CallbackOptions(), Time);
        Service = new TopicService(Stored, new TopicOptions { MaxPerAccount = 3, MaxSubscriptions = 2 }, Time);
        Publisher = new TopicPublisher(Stored, Stored, post, Work, Time);
        var delivery = new TopicDelivery(Stored, Stored, format, post, web, Time, NullLogger<TopicDelivery>.Instance);
        Handler = new CallbackHandler([new TopicNotices(delivery, Work)], new CallbackOptions(), Time);
    }

    public ManualTimeProvider Time { get; } = new();

    public InMemoryTopics Stored { get; } = new();

    public InMemoryWorkQueues Work { get; }

    public ICallbackTarget Queues { get; } = Substitute.For<ICallbackTarget>();

    public IHttpCallbackTarget Web { get; } = Substitute.For<IHttpCallbackTarget>();

    public TopicService Service { get; }

    public TopicPublisher Publisher { get; }

    public CallbackHandler Handler { get; }

    public static TopicSubscription Subscription(string name, string endpoint) => new()
    {
        Name = name,
        Endpoint = endpoint,
        Origin = "https://mns.example.com",
        CreatedAt = default,
        ChangedAt = default,
    };

    public static string Queue(string name, string account = Account) => $"acs:mns:region:{account}:queues/{name}";

    public async Task SubscribeAsync(params TopicSubscription[] subscriptions)
    {
        await Service.CreateAsync(Account, "their-topic", new TopicAttributes(null, null), default);
        foreach (var subscription in subscriptions)
        {
            Assert.Equal(TopicOutcome.Done, await Service.SubscribeAsync(Account, "their-topic", subscription, default));
        }
    }

    public Task<CallbackResult> PublishAsync(string? tag = null) =>
        Publisher.PublishAsync(Account, new TopicPost("their-topic", "ID", "text", tag), default);

    /// <summary>Delivers everything that is visible now, as a worker does.</summary>
    /// <returns>How many messages were delivered.</returns>
    public async Task<int> DeliverAsync()
    {
        var messages = await Work.Callbacks.ReceiveAsync(Room.For(100, Account), TimeSpan.FromMinutes(1), default);
        foreach (var message in messages)
        {
            Assert.Null(await Handler.HandleAsync(message.Text, default));
            await Work.Callbacks.CompleteAsync(message, default);
        }

        return messages.Count;
    }
}
