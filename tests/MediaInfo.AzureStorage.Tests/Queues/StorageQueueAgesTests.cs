using Azure.Storage.Queues;
using MediaInfo.AzureStorage.Queues;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Queues;

[Collection(AzuriteFixture.Collection)]
public sealed class StorageQueueAgesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_age_of_the_lanes_is_that_of_the_oldest_visible_message_of_all_accounts()
    {
        using var clients = TestClients.To(azurite.ConnectionString);
        await clients.Initializer().InitializeAsync(default);
        const string Shown = "analyses-3";
        var (one, two) = (await NewLaneAsync(clients), await NewLaneAsync(clients));
        var ages = new StorageQueueAges(clients);
        Assert.Null((await ages.ReadAsync(default))[Shown]);

        await two.SendMessageAsync("waits already");
        await Task.Delay(TimeSpan.FromSeconds(1));
        await one.SendMessageAsync("is younger");
        Assert.Equal((await two.PeekMessageAsync()).Value.InsertedOn, (await ages.ReadAsync(default))[Shown]);

        await two.ReceiveMessagesAsync(maxMessages: 2, TimeSpan.FromMinutes(1));
        Assert.Equal((await one.PeekMessageAsync()).Value.InsertedOn, (await ages.ReadAsync(default))[Shown]);
        await one.DeleteAsync();
        await two.DeleteAsync();
        Assert.Null((await ages.ReadAsync(default))[Shown]);
    }

    [Fact]
    public async Task Every_queue_is_reported_even_if_never_used()
    {
        using var clients = TestClients.To(azurite.ConnectionString);

        var ages = await new StorageQueueAges(clients).ReadAsync(default);

        Assert.Equal(
            AnalysisJob.Bands
                .Select(priority => $"analyses-{priority}")
                .Append("callbacks")
                .Order(StringComparer.Ordinal),
            ages.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task<QueueClient> NewLaneAsync(StorageClients clients) =>
        (await clients.Queues.CreateQueueAsync(StorageNames.AnalysesLanes.Of(AzuriteFixture.UniqueName("account"), 2))).Value;
}
