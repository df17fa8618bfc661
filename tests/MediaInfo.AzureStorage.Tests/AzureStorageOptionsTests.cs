using MediaInfo.Core.Configuration;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace MediaInfo.AzureStorage.Tests;

public sealed class AzureStorageOptionsTests
{
    private const string Key = "c2VjcmV0";
    private const string ConnectionString =
        $"DefaultEndpointsProtocol=https;AccountName=media;AccountKey={Key};EndpointSuffix=core.windows.net";

    [Fact]
    public void Settings_without_storage_list_every_way_to_set_it() =>
        AssertProblems(
            Bind(),
            "Storage:ConnectionString is missing: set it, or AccountName, or BlobServiceUri and QueueServiceUri, "
            + "or the host's AzureWebJobsStorage");

    [Theory]
    [InlineData($"AccountKey={Key}")]
    [InlineData("no pairs")]
    [InlineData("a=b;c=d")]
    [InlineData("UseDevelopmentStorage=false")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=media;AccountKey=no base64!")]
    [InlineData("BlobEndpoint=nowhere;QueueEndpoint=nowhere")]
    [InlineData("BlobEndpoint=https://media.blob.core.windows.net;SharedAccessSignature=sv=1")]
    public void An_invalid_connection_string_is_not_repeated(string text) =>
        AssertProblems(
            Bind(("MediaInfo:Storage:ConnectionString", text)),
            "Storage:ConnectionString is not a valid connection string for blobs and queues");

    [Fact]
    public void A_connection_string_and_an_account_name_exclude_each_other() =>
        AssertProblems(
            Bind(("MediaInfo:Storage:ConnectionString", ConnectionString), ("MediaInfo:Storage:AccountName", "media")),
            "Storage:ConnectionString is set together with an account name or service URI: keep only one");

    [Fact]
    public void A_blob_address_needs_a_queue_address() =>
        AssertProblems(
            Bind(("MediaInfo:Storage:BlobServiceUri", "https://media.blob.core.windows.net")),
            "Storage:QueueServiceUri is missing: BlobServiceUri requires it");

    [Fact]
    public void A_queue_address_needs_a_blob_address() =>
        AssertProblems(
            Bind(("MediaInfo:Storage:QueueServiceUri", "https://media.queue.core.windows.net")),
            "Storage:BlobServiceUri is missing: QueueServiceUri requires it");

    [Fact]
    public void Every_invalid_address_is_reported() =>
        AssertProblems(
            Bind(("MediaInfo:Storage:BlobServiceUri", "media"), ("MediaInfo:Storage:QueueServiceUri", "ftp://media")),
            "Storage:BlobServiceUri must be an https or http URL",
            "Storage:QueueServiceUri must be an https or http URL");

    [Theory]
    [InlineData("ab")]
    [InlineData("Media")]
    [InlineData("media.blob.core.windows.net")]
    [InlineData("a/b?c")]
    public void An_invalid_account_name_is_reported(string name) =>
        AssertProblems(
            Bind(("MediaInfo:Storage:AccountName", name)), "Storage:AccountName must be 3 to 24 lower-case letters and digits");

    [Theory]
    [InlineData("MediaInfo:Storage:ConnectionString", ConnectionString)]
    [InlineData("MediaInfo:Storage:ConnectionString", "UseDevelopmentStorage=true")]
    [InlineData("MediaInfo:Storage:AccountName", "media")]
    [InlineData("AzureWebJobsStorage", ConnectionString)]
    [InlineData("AzureWebJobsStorage", "UseDevelopmentStorage=true")]
    [InlineData("AzureWebJobsStorage:accountName", "media")]
    public void One_setting_can_be_enough(string setting, string value)
    {
        var options = Bind((setting, value));

        AssertProblems(options);
        using var clients = new StorageClients(options);
        Assert.NotNull(clients.Blobs.AccountName);
    }

    [Fact]
    public void An_account_name_means_both_services_in_the_public_cloud()
    {
        using var clients = new StorageClients(Bind(("AzureWebJobsStorage:accountName", "media")));

        Assert.Equal(new Uri("https://media.blob.core.windows.net"), clients.Blobs.Uri);
        Assert.Equal(new Uri("https://media.queue.core.windows.net"), clients.Queues.Uri);
    }

    [Fact]
    public void The_hosts_addresses_and_identity_are_used_if_the_section_names_no_storage()
    {
        var options = Bind(
            ("AzureWebJobsStorage:blobServiceUri", "https://blobs.example.com"),
            ("AzureWebJobsStorage:queueServiceUri", "https://queues.example.com"),
            ("AzureWebJobsStorage:clientId", "identity"));

        AssertProblems(options);
        using var clients = new StorageClients(options);
        Assert.Equal("identity", options.ClientId);
        Assert.Equal(new Uri("https://blobs.example.com"), clients.Blobs.Uri);
        Assert.Equal(new Uri("https://queues.example.com"), clients.Queues.Uri);
    }

    [Fact]
    public void The_section_overrides_the_hosts_setting()
    {
        var options = Bind(("MediaInfo:Storage:AccountName", "media"), ("AzureWebJobsStorage", "UseDevelopmentStorage=true"));

        Assert.Equal(new AzureStorageOptions { AccountName = "media" }, options);
    }

    [Fact]
    public void The_sections_identity_is_used_with_the_hosts_account()
    {
        var options = Bind(("MediaInfo:Storage:ClientId", "identity"), ("AzureWebJobsStorage:accountName", "media"));

        Assert.Equal(new AzureStorageOptions { AccountName = "media", ClientId = "identity" }, options);
    }

    [Fact]
    public void Media_is_in_the_services_own_account_by_default()
    {
        using var clients = new StorageClients(Bind(("AzureWebJobsStorage:accountName", "own")));

        Assert.Same(clients.Blobs, clients.Media);
        Assert.True(clients.MediaUsesIdentity);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", ConnectionString)]
    [InlineData("AzureWebJobsStorage:accountName", "own")]
    [InlineData("MediaInfo:Storage:AccountName", "own")]
    public void Media_in_another_account_is_read_by_identity_with_any_service_account(string setting, string value)
    {
        var options = Bind((setting, value), ("MediaInfo:Storage:MediaBlobServiceUri", "https://films.blob.core.windows.net"));

        AssertProblems(options);
        using var clients = new StorageClients(options);
        Assert.Equal(new Uri("https://films.blob.core.windows.net"), clients.Media.Uri);
        Assert.True(clients.MediaUsesIdentity);
        Assert.NotEqual(clients.Media.Uri, clients.Blobs.Uri);
    }

    [Fact]
    public void Media_in_another_account_can_be_read_by_connection_string()
    {
        var options =
            Bind(("AzureWebJobsStorage:accountName", "own"), ("MediaInfo:Storage:MediaConnectionString", ConnectionString));

        AssertProblems(options);
        using var clients = new StorageClients(options);
        Assert.Equal("media", clients.Media.AccountName);
        Assert.False(clients.MediaUsesIdentity);
        Assert.True(clients.UsesIdentity);
    }

    [Fact]
    public void Every_problem_of_the_media_account_is_reported() =>
        AssertProblems(
            Bind(
                ("AzureWebJobsStorage:accountName", "own"),
                ("MediaInfo:Storage:MediaConnectionString", "no pairs"),
                ("MediaInfo:Storage:MediaBlobServiceUri", "ftp://films")),
            "Storage:MediaBlobServiceUri must be an https or http URL",
            "Storage:MediaConnectionString and MediaBlobServiceUri are both set: keep only one",
            "Storage:MediaConnectionString is not a valid connection string for blobs");

    [Fact]
    public void The_secret_is_not_printed() =>
        Assert.DoesNotContain(Key, Bind(("AzureWebJobsStorage", ConnectionString)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Clients_cannot_be_built_without_storage() =>
        Assert.Contains(
            "ConnectionString is missing",
            Assert.Throws<InvalidOperationException>(() => new StorageClients(new AzureStorageOptions())).Message,
            StringComparison.Ordinal);

    private static AzureStorageOptions Bind(params (string Key, string Value)[] settings) =>
        AzureStorageOptions.From(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build());

    private static void AssertProblems(AzureStorageOptions options, params string[] problems) =>
        Assert.Equal(problems, new SettingsGroup(AzureStorageOptions.Section, options).Problems(), StringComparer.Ordinal);
}
