using MediaInfo.AzureStorage.Library;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Library.Events;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Library;

[Collection(AzuriteFixture.Collection)]
public sealed class BlobEventCallbacksTests(AzuriteFixture azurite) : IAsyncLifetime, IDisposable
{
    private readonly string _account = AzuriteFixture.UniqueName("account");
    private readonly StorageClients _clients = TestClients.To(azurite.ConnectionString);

    public Task InitializeAsync() => _clients.Initializer().InitializeAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _clients.Dispose();

    [Fact]
    public async Task The_last_value_set_is_found()
    {
        var callbacks = new BlobEventCallbacks(_clients);
        Assert.Null(await callbacks.FindAsync(_account, default));

        await callbacks.WriteAsync(_account, Callback("http://example.com/first"), default);
        await callbacks.WriteAsync(_account, Callback("http://example.com/second"), default);

        var found = await callbacks.FindAsync(_account, default);
        Assert.Equal("http://example.com/second", found!.Target.Url);
        Assert.Equal(["A", "B"], found.EventTypes);
        Assert.True(found.Signs);
        Assert.Equal("Key1", found.AuthKey);
        Assert.DoesNotContain("Key1", found.ToString(), StringComparison.Ordinal);
    }

    private static EventCallback Callback(string url) => new()
    {
        Target = new EventTarget(url, QueueName: null),
        EventTypes = ["A", "B"],
        Signs = true,
        AuthKey = "Key1",
    };
}
