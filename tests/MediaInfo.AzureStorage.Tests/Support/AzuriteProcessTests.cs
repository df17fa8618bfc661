using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Support;

public sealed class AzuriteProcessTests
{
    [Fact]
    public async Task An_emulator_with_a_folder_keeps_its_data_and_ports_across_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("azurite-");
        try
        {
            await using var azurite = new AzuriteProcess(folder.FullName);
            await azurite.StartAsync();
            using var clients = TestClients.To(azurite.ConnectionString);
            var container = await clients.NewContainerAsync();
            await container.UploadBlobAsync("kept", BinaryData.FromString("content"));
            await clients.Queues.CreateQueueAsync("kept");
            await clients.Queues.GetQueueClient("kept").SendMessageAsync("message");

            await azurite.StopAsync();
            await Assert.ThrowsAsync<AggregateException>(() => container.ExistsAsync());
            await azurite.StartAsync();

            Assert.Equal("content", (await container.GetBlobClient("kept").DownloadContentAsync()).Value.Content.ToString());
            Assert.Equal("message", (await clients.Queues.GetQueueClient("kept").ReceiveMessageAsync()).Value.MessageText);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_program_that_exits_at_once_is_reported_with_its_output()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync(
            "node", ["--eval", "console.error('no such thing'); process.exit(3)"], [TestClients.Nowhere]));

        Assert.Contains("ended with code 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("no such thing", error.Message, StringComparison.Ordinal);
    }
}
