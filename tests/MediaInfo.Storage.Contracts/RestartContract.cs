using System.Text;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Library.Categories;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Topics;
using MediaInfo.Storage.Contracts.Jobs;
using MediaInfo.Storage.Contracts.Library;
using MediaInfo.Storage.Contracts.Topics;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts;

/// <summary>What every port keeps when its process ends.</summary>
public abstract class RestartContract(StorageRig rig) : StorageContract(rig)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Jobs_and_results_are_kept_in_their_versions()
    {
        var stored = await Rig.Jobs.AddAsync(UniqueJobs.New(Account).Ended(), default);
        await Rig.Results.AddAsync(stored!.Job.Key, ResultPart.Streams, "{}"u8.ToArray(), default);

        await Rig.RestartAsync();

        Assert.Equal(stored, await Rig.Jobs.FindAsync(stored.Job.Key, default));
        var result = await Rig.Results.FindAsync(stored.Job.Key, ResultPart.Streams, default);
        Assert.Equal("{}"u8.ToArray(), result!.Value.ToArray());
        Assert.Equal(
            stored.Job.Key.Id,
            (await Rig.JobIndex.ReadAsync(Account, JobIdRange.All, JobOrder.NewestFirst, 10, default).SingleAsync()).Id);
        var replaced = await Rig.Jobs.ReplaceAsync(stored, stored.Job with { Callback = null }, default);
        Assert.NotEqual(stored.ETag, replaced!.ETag);
        Assert.Null(await Rig.Jobs.AddAsync(stored.Job, default));
    }

    [Fact]
    public async Task Pipelines_and_notes_are_kept()
    {
        var pipeline = new Pipeline
        {
            Id = Unique.Id(),
            Name = "own",
            State = PipelineState.Paused,
            CreatedAt = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero),
            Speed = "Standard",
        };
        await Rig.Pipelines.WriteAsync(Account, pipeline, etag: null, default);
        var stored = await Rig.Pipelines.FindAsync(Account, pipeline.Id, default);
        var note = await Rig.Held.AddAsync(new HeldJob(UniqueJobs.NewKey(Account), pipeline.Id), default);

        await Rig.RestartAsync();

        Assert.Equal(stored, await Rig.Pipelines.FindAsync(Account, pipeline.Id, default));
        Assert.Equal([note], await Rig.Held.ListAsync(Account, pipeline.Id, default).ToListAsync());
    }

    [Fact]
    public async Task Used_nonces_are_remembered()
    {
        var (key, at) = (Unique.Name("key"), new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero));
        await Rig.Nonces.TryUseAsync(key, "nonce", at, default);

        await Rig.RestartAsync();

        Assert.False(await Rig.Nonces.TryUseAsync(key, "nonce", at, default));
    }

    [Fact]
    public async Task Assets_claims_categories_and_subscriptions_are_kept()
    {
        var asset = TestAssets.New(Account);
        await Rig.Assets.AddAsync(asset, default);
        var name = ClaimName.OfToken(Account, "token");
        var claim = await Rig.Claims.WriteAsync(name, new AssetClaim(asset.Key.Id, asset.CreatedAt), over: null, default);
        await Rig.EventCallbacks.WriteAsync(
            Account, new EventCallback { Target = new EventTarget("http://example.com/", QueueName: null) }, default);
        await Rig.Categories.WriteAsync(Account, new CategoryTree { LastId = 7 }, over: null, default);
        var categories = await Rig.Categories.FindAsync(Account, default);

        await Rig.RestartAsync();

        Assert.Equal(asset.Title, (await Rig.Assets.FindAsync(asset.Key, default))!.Asset.Title);
        Assert.Equal(claim, await Rig.Claims.FindAsync(name, default));
        Assert.Equal(7, (await Rig.Categories.FindAsync(Account, default))!.Tree.LastId);
        Assert.True(await Rig.Categories.WriteAsync(Account, CategoryTree.Empty, categories, default));
        Assert.Equal("http://example.com/", (await Rig.EventCallbacks.FindAsync(Account, default))!.Target.Url);
    }

    [Fact]
    public async Task Topics_published_messages_and_the_signing_key_are_kept()
    {
        await Rig.Topics.WriteAsync(
            Account, TestTopics.New("topic").With(TestTopics.Subscription("one")), etag: null, default);
        var stored = await Rig.Topics.FindAsync(Account, "topic", default);
        var message = new TopicMessage(Account, "topic", "ID", "text", "tag", TestTopics.At);
        await Rig.TopicMessages.WriteAsync(message, default);
        await Rig.SigningKeys.AddAsync("key", default);
        var key = await Rig.SigningKeys.FindAsync(default);

        await Rig.RestartAsync();

        var found = await Rig.Topics.FindAsync(Account, "topic", default);
        Assert.Equal((stored!.ETag, "one"), (found!.ETag, Assert.Single(found.Topic.Subscriptions).Name));
        Assert.Equal(message, await Rig.TopicMessages.FindAsync(Account, "ID", TestTopics.At, default));
        Assert.Equal(key, await Rig.SigningKeys.FindAsync(default));
    }

    [Fact]
    public async Task Waiting_messages_are_received_later()
    {
        await SendAsync("job");
        await Rig.Queues.Callbacks.SendAsync(new WorkItem(Account, "message"), default);

        await Rig.RestartAsync();

        Assert.Equal("job", Assert.Single(await ReceiveAsync(Long)).Text);
        Assert.Equal(
            "message", Assert.Single(await Rig.Queues.Callbacks.ReceiveAsync(Room.For(1, Account), Long, default)).Text);
    }

    [Fact]
    public async Task A_held_message_returns_when_its_hold_ends_and_that_is_at_once_if_its_only_process_ended()
    {
        await SendAsync("job");
        var first = Assert.Single(await ReceiveAsync(Long));

        await Rig.RestartAsync();

        if (!Rig.IsOfOneProcess)
        {
            Assert.Empty(await ReceiveAsync(Long));
            Assert.NotNull(await Rig.Queues.Analyses.RenewAsync(first, Short, default));
            await Rig.PassAsync(Short);
        }

        var again = await Eventually.FindsAsync("the message", async () => (await ReceiveAsync(Long)).SingleOrDefault());
        Assert.Equal((first.Id, 2), (again.Id, again.DeliveryCount));
    }

    [Fact]
    public async Task A_delayed_message_stays_invisible_until_its_delay_ends()
    {
        await Rig.Queues.Analyses.SendAsync(new WorkItem(Account, "much later") { Priority = 6, Delay = Long }, default);
        await Rig.Queues.Analyses.SendAsync(new WorkItem(Account, "later") { Priority = 6, Delay = Short + Short }, default);

        await Rig.RestartAsync();

        await Rig.PassAsync(Short + Short);
        var later = await Eventually.FindsAsync("the message", async () => (await ReceiveAsync(Long)).SingleOrDefault());
        Assert.Equal("later", later.Text);
        Assert.Empty(await ReceiveAsync(Long));
    }

    [Fact]
    public async Task Messages_for_accounts_are_kept()
    {
        var queue = Unique.Name("target");
        await Rig.Target.SendAsync(queue, "text", default);

        await Rig.RestartAsync();

        Assert.Equal("text", Assert.Single(await Rig.ReceiveAsync(queue)).Text);
    }

    [Fact]
    public async Task Objects_keep_their_versions_and_files_their_owners()
    {
        var source = new ObjectRef(await Rig.NewBucketAsync(), "film.mp4");
        await Rig.PutAsync(source, Encoding.UTF8.GetBytes("film"));
        var found = await Rig.Objects.FindAsync(source, default);
        var file = source with { Key = "a.json" };
        await WriteAsync(file, "owner");

        await Rig.RestartAsync();

        Assert.Equal(found, await Rig.Objects.FindAsync(source, default));
        Assert.Equal(ObjectWriteStatus.Occupied, await WriteAsync(file, "another"));
        Assert.Equal(ObjectWriteStatus.Written, await WriteAsync(file, "owner"));
    }

    [Fact]
    public async Task A_signed_URL_stays_valid()
    {
        var source = new ObjectRef(await Rig.NewBucketAsync(), "film.mp4");
        await Rig.PutAsync(source, Encoding.UTF8.GetBytes("film"));
        var link = await Rig.Links.SignAsync(source, TimeSpan.FromHours(1), default);

        await Rig.RestartAsync();

        Assert.Equal("film", Encoding.UTF8.GetString((await Rig.OpenAsync(link!))!));
    }

    private Task<WorkMessage> SendAsync(string text) =>
        Rig.Queues.Analyses.SendAsync(new WorkItem(Account, text) { Priority = 6 }, default);

    private Task<IReadOnlyList<WorkMessage>> ReceiveAsync(TimeSpan hold) =>
        Rig.Queues.Analyses.ReceiveAsync(Room.For(1, Account), hold, default);

    private Task<ObjectWriteStatus> WriteAsync(ObjectRef target, string owner) =>
        Rig.Files.WriteAsync(target, "{}"u8.ToArray(), "application/json", owner, default);
}
