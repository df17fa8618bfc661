using MediaInfo.AzureStorage.Jobs;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Storage.Contracts.Jobs;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Jobs;

/// <summary>What a numbered page costs.</summary>
[Collection(AzuriteFixture.Collection)]
public sealed class NumberedListingTests(AzuriteFixture azurite) : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Start = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);
    private readonly ProxiedStorage _storage = new(azurite);
    private readonly IdSource _ids = new();
    private readonly string _account = AzuriteFixture.UniqueName("account");

    private BlobJobStore Store => new(_storage.Direct, new RecordingLogger<BlobJobStore>());

    private NumberedListing Listing => new(
        new BlobJobIndex(_storage.Clients),
        new BlobJobStore(_storage.Clients, new RecordingLogger<BlobJobStore>()),
        TimeProvider.System);

    public async Task InitializeAsync() => await _storage.Direct.Initializer().InitializeAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task A_page_costs_one_request_per_5000_names_and_the_reads_of_its_documents()
    {
        for (var i = 0; i < 30; i++)
        {
            await Store.AddAsync(New(Start.AddMinutes(i)), default);
        }

        await Listing.ListAsync(new JobFilter(_account, "mpc") { Project = "one" }, 1, 10, default);

        Assert.Equal(1 + 10, _storage.Blobs.Requests);
    }

    private AnalysisJob New(DateTimeOffset createdAt) => UniqueJobs.New() with
    {
        Key = new JobKey(_account, _ids.NewNumberedJobId(_account, createdAt)),
        Dialect = "mpc",
        Project = "one",
        CreatedAt = createdAt,
    };
}
