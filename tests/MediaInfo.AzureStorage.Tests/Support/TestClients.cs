using Azure.Storage.Blobs;
using MediaInfo.Core.Accounts;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.AzureStorage.Tests.Support;

/// <summary>The service's clients for the emulator or a substitute.</summary>
internal static class TestClients
{
    /// <summary>An address where nothing listens.</summary>
    public static Uri Nowhere { get; } = new("http://127.0.0.1:1/devstoreaccount1");

    public static StorageClients To(string connectionString) =>
        new(new AzureStorageOptions { ConnectionString = connectionString });

    /// <summary>Clients without any storage: every request fails.</summary>
    public static StorageClients ToNowhere() => To(AzuriteProcess.ConnectionStringTo(Nowhere, Nowhere));

    public static StorageInitializer Initializer(this StorageClients clients, params Account[] accounts) =>
        new(clients, new AccountOptions { List = accounts }, NullLogger<StorageInitializer>.Instance);

    public static async Task<BlobContainerClient> NewContainerAsync(this StorageClients clients) =>
        (await clients.Blobs.CreateBlobContainerAsync(AzuriteFixture.UniqueName("bucket"))).Value;
}
