using Azure.Storage.Queues;
using MediaInfo.AzureStorage.Queues;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Queues;

/// <remarks>Uses its own emulator, because the age covers all that waits there.</remarks>
public sealed class StorageQueueAgesTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task The_age_is_when_storage_inserted_the_message_and_a_deleted_lane_counts_as_empty()
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

    private static async Task<QueueClient> NewLaneAsync(StorageClients clients) =>
        (await clients.Queues.CreateQueueAsync(StorageNames.AnalysesLanes.Of(AzuriteFixture.UniqueName("account"), 2))).Value;
}
