using MediaInfo.AzureStorage.Queues;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Queues;

[Collection(AzuriteFixture.Collection)]
public sealed class StorageQueueAgesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_head_of_a_queue_tells_its_age_and_what_somebody_holds_does_not()
    {
        using var clients = TestClients.To(azurite.ConnectionString);
        await clients.Initializer().InitializeAsync(default);
        var queue = clients.Queues.GetQueueClient(StorageNames.AnalysesQueue(3));
        await queue.ClearMessagesAsync();
        var ages = new StorageQueueAges(clients);
        Assert.Null((await ages.ReadAsync(default))[queue.Name]);

        var first = (await queue.SendMessageAsync("first")).Value;
        await queue.SendMessageAsync("second");
        Assert.Equal(first.InsertionTime, (await ages.ReadAsync(default))[queue.Name]);

        await queue.ReceiveMessagesAsync(maxMessages: 2, TimeSpan.FromMinutes(1));
        Assert.Null((await ages.ReadAsync(default))[queue.Name]);
        await queue.ClearMessagesAsync();
    }
}
