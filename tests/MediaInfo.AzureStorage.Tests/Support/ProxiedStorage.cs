using MediaInfo.TestSupport;

namespace MediaInfo.AzureStorage.Tests.Support;

/// <summary>The emulator through proxies for the code under test, and directly for the test.</summary>
internal sealed class ProxiedStorage : IDisposable
{
    public ProxiedStorage(AzuriteFixture azurite)
    {
        Blobs = new InterferingProxy(azurite.Azurite.BlobEndpoint);
        Queues = new InterferingProxy(azurite.Azurite.QueueEndpoint);
        Clients = TestClients.To(AzuriteProcess.ConnectionStringTo(Blobs.Address, Queues.Address));
        Direct = TestClients.To(azurite.ConnectionString);
    }

    public InterferingProxy Blobs { get; }

    public InterferingProxy Queues { get; }

    public StorageClients Clients { get; }

    public StorageClients Direct { get; }

    public void Dispose()
    {
        Clients.Dispose();
        Direct.Dispose();
        Blobs.Dispose();
        Queues.Dispose();
    }
}
