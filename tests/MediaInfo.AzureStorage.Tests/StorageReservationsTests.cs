using Xunit;

namespace MediaInfo.AzureStorage.Tests;

public sealed class StorageReservationsTests
{
    private const string Own =
        "DefaultEndpointsProtocol=https;AccountName=own;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net";

    private static readonly AzureStorageOptions OneAccount = new() { ConnectionString = Own };

    [Theory]
    [InlineData("example-bucket", false)]
    [InlineData("mediainfo", false)]
    [InlineData("leases", false)]
    [InlineData("insights", false)]
    [InlineData("mediainfo-jobs", true)]
    [InlineData("mediainfo-leases", true)]
    [InlineData("MediaInfo-Jobs", true)]
    [InlineData("azure-webjobs-hosts", true)]
    [InlineData("azure-webjobs-secrets", true)]
    [InlineData("app-package-func-1234567", true)]
    [InlineData("app-packages", true)]
    [InlineData("deploymentpackage", true)]
    [InlineData("deployments", true)]
    [InlineData("function-releases", true)]
    [InlineData("scm-releases", true)]
    [InlineData("insights-logs-storageread", true)]
    [InlineData("anotherhub-leases", true)]
    [InlineData("anotherhub-applease", true)]
    [InlineData("anotherhub-largemessages", true)]
    [InlineData("$web", true)]
    [InlineData("$logs", true)]
    public void Containers_of_the_service_the_host_and_the_deployment_are_not_buckets(string name, bool isReserved) =>
        Assert.Equal(isReserved, new StorageReservations(OneAccount).IsReservedBucket(name));

    [Theory]
    [InlineData("their-queue", false)]
    [InlineData("mediainfo-callbacks", false)]
    [InlineData("mediainfo-callbacks-other", false)]
    [InlineData("access-control-list", false)]
    [InlineData("mediainfo-control-000", false)]
    [InlineData("workitems", false)]
    [InlineData("callbacks", true)]
    [InlineData("analyses-6", true)]
    [InlineData("their-queue-poison", true)]
    [InlineData("mediainfo-control-00", true)]
    [InlineData("anotherhub-control-15", true)]
    [InlineData("mediainfo-workitems", true)]
    [InlineData("azure-webjobs-blobtrigger-host", true)]
    public void Queues_of_the_service_the_host_and_task_hubs_are_not_targets(string name, bool isReserved) =>
        Assert.Equal(isReserved, new StorageReservations(OneAccount).IsReservedQueue(name));

    [Theory]
    [InlineData("https://media.blob.core.windows.net", false)]
    [InlineData("https://media.z01.blob.storage.azure.net", false)]
    [InlineData("https://own.blob.core.windows.net", true)]
    [InlineData("https://OWN.blob.core.windows.net:443/", true)]
    [InlineData("http://own.blob.core.windows.net", true)]
    [InlineData("https://own-secondary.blob.core.windows.net", true)]
    [InlineData("https://own.privatelink.blob.core.windows.net", true)]
    [InlineData("https://media.example.com", true)]
    [InlineData("https://10.0.0.4/own", true)]
    [InlineData("https://10.0.0.4/media", false)]
    public void Names_are_free_only_in_an_account_that_is_certainly_different(string media, bool isReserved)
    {
        var byAddress = new StorageReservations(OneAccount with { MediaBlobServiceUri = new Uri(media) });
        var byString = new StorageReservations(
            OneAccount with { MediaConnectionString = $"BlobEndpoint={media};SharedAccessSignature=sv=1" });

        foreach (var reservations in new[] { byAddress, byString })
        {
            Assert.Equal(isReserved, reservations.IsReservedBucket("mediainfo-jobs"));
            Assert.Equal(isReserved, reservations.IsReservedBucket("app-package"));
            Assert.True(reservations.IsReservedBucket("$web"));
        }
    }

    [Fact]
    public void The_services_account_is_recognized_in_every_form_of_the_settings()
    {
        var own = new AzureStorageOptions { AccountName = "own", MediaConnectionString = Own };
        var other = new AzureStorageOptions { AccountName = "other", MediaConnectionString = Own };

        Assert.True(new StorageReservations(own).IsReservedBucket("mediainfo-jobs"));
        Assert.False(new StorageReservations(other).IsReservedBucket("mediainfo-jobs"));
    }
}
