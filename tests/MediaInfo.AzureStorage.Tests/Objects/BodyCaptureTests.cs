using Azure.Storage.Blobs;
using MediaInfo.AzureStorage.Objects;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Objects;

/// <summary>What happens to the connection of a body that is not read to its end.</summary>
[Collection(AzuriteFixture.Collection)]
public sealed class BodyCaptureTests : IAsyncLifetime, IDisposable
{
    private const int Mega = 1024 * 1024;
    private const int Size = 48 * Mega;

    private readonly TcpRelay _relay;
    private readonly StorageClients _clients;
    private readonly StorageClients _direct;
    private readonly BlobObjectStore _store;
    private ObjectRef _source = null!;

    public BodyCaptureTests(AzuriteFixture azurite)
    {
        _relay = new TcpRelay(azurite.Azurite.BlobEndpoint);
        _clients = TestClients.To(AzuriteProcess.ConnectionStringTo(_relay.Address, azurite.Azurite.QueueEndpoint));
        _direct = TestClients.To(azurite.ConnectionString);
        _store = new BlobObjectStore(_clients);
    }

    public async Task InitializeAsync()
    {
        BlobContainerClient container = await _direct.NewContainerAsync();
        await container.GetBlobClient("long.mp4").UploadAsync(BinaryData.FromBytes(new byte[Size]));
        _source = new ObjectRef(container.Name, "long.mp4");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _clients.Dispose();
        _direct.Dispose();
        _relay.Dispose();
    }

    [Theory]
    [InlineData(4 * Mega)]
    [InlineData(Size)]
    public async Task Disposing_an_unfinished_body_closes_its_connection(int range)
    {
        await using (var read = await _store.ReadAsync(_source, 0, range, null, default))
        {
            await read.Content.ReadExactlyAsync(new byte[1024]);
            Assert.Equal(1, _relay.Open);
        }

        await Eventually.HoldsAsync("the connection is closed", () => _relay.Open == 0);
        Assert.InRange(_relay.Bytes, 1, Size - 1);
    }

    [Fact]
    public async Task A_cancelled_read_closes_its_connection()
    {
        using var cancelled = new CancellationTokenSource();
        await using (var read = await _store.ReadAsync(_source, 0, Size, null, cancelled.Token))
        {
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => read.Content.ReadExactlyAsync(new byte[Size], cancelled.Token).AsTask());
        }

        await Eventually.HoldsAsync("the connection is closed", () => _relay.Open == 0);
    }

    [Fact]
    public async Task A_connection_whose_body_was_read_to_the_end_is_reused()
    {
        for (var i = 0; i < 3; i++)
        {
            await using var read = await _store.ReadAsync(_source, i * Mega, Mega, null, default);
            await read.Content.CopyToAsync(Stream.Null);
            Assert.Equal(1, _relay.Open);
        }
    }

    [Fact]
    public async Task Concurrent_reads_close_only_their_own_connections()
    {
        await using var kept = await _store.ReadAsync(_source, 0, 4 * Mega, null, default);
        await using (var left = await _store.ReadAsync(_source, 4 * Mega, 4 * Mega, null, default))
        {
            Assert.Equal(2, _relay.Open);
        }

        await Eventually.HoldsAsync("one is closed", () => _relay.Open == 1);
        await kept.Content.ReadExactlyAsync(new byte[4 * Mega]);
    }
}
