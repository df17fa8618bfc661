using MediaInfo.AzureStorage.Library;
using MediaInfo.AzureStorage.Tests.Support;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Library;

[Collection(AzuriteFixture.Collection)]
public sealed class BlobAssetClaimsTests : IAsyncLifetime, IDisposable
{
    private static readonly AssetClaim One =
        new("0123456789abcdef0123456789abcdef", new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero));
    private static readonly AssetClaim Two = One with { AssetId = "fedcba9876543210fedcba9876543210" };

    private readonly string _account = AzuriteFixture.UniqueName("account");
    private readonly StorageClients _clients;
    private readonly BlobAssetClaims _claims;

    public BlobAssetClaimsTests(AzuriteFixture azurite)
    {
        _clients = TestClients.To(azurite.ConnectionString);
        _claims = new BlobAssetClaims(_clients);
    }

    public Task InitializeAsync() => _clients.Initializer().InitializeAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _clients.Dispose();

    [Fact]
    public async Task Only_one_claim_on_a_name_is_the_first()
    {
        var name = ClaimName.Of(_account, new ObjectRef("bucket", new string('长', 1024)));

        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _claims.WriteAsync(name, One, over: null, default)));

        Assert.Single(written, claim => claim is not null);
        Assert.Equal(One, (await _claims.FindAsync(name, default))!.Claim);
    }

    [Fact]
    public async Task A_claim_is_overwritten_and_removed_only_in_the_version_that_was_read()
    {
        var name = ClaimName.OfReference(_account, "reference");
        var first = await _claims.WriteAsync(name, One, over: null, default);
        var second = await _claims.WriteAsync(name, Two, first, default);

        Assert.Null(await _claims.WriteAsync(name, One, first, default));
        await _claims.RemoveAsync(first!, default);
        Assert.Equal(second, await _claims.FindAsync(name, default));
        await _claims.RemoveAsync(second!, default);
        await _claims.RemoveAsync(second!, default);
        Assert.Null(await _claims.FindAsync(name, default));
        Assert.Null(await _claims.WriteAsync(name, One, second, default));
    }

    [Fact]
    public async Task Writing_the_same_content_again_makes_a_new_version()
    {
        var name = ClaimName.OfToken(_account, "token");
        var first = await _claims.WriteAsync(name, One, over: null, default);

        Assert.NotEqual(first!.ETag, (await _claims.WriteAsync(name, One, first, default))!.ETag);
    }

    [Fact]
    public async Task Kinds_and_accounts_are_separate()
    {
        await _claims.WriteAsync(ClaimName.OfToken(_account, "same"), One, over: null, default);

        Assert.Null(await _claims.FindAsync(ClaimName.OfReference(_account, "same"), default));
        Assert.Null(await _claims.FindAsync(ClaimName.OfToken(_account + "2", "same"), default));
    }
}
