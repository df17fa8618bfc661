using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Objects;

namespace MediaInfo.Storage.Contracts.Library;

/// <summary>The contract of <see cref="IAssetClaims"/>.</summary>
public abstract class AssetClaimsContract(StorageRig rig) : StorageContract(rig)
{
    private static readonly AssetClaim One =
        new("0123456789abcdef0123456789abcdef", new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero).AddTicks(1));

    private static readonly AssetClaim Two = One with { AssetId = "fedcba9876543210fedcba9876543210" };

    private IAssetClaims Claims => Rig.Claims;

    [Fact]
    public async Task Only_one_claim_on_a_name_is_the_first()
    {
        var name = ClaimName.Of(Account, new ObjectRef("bucket", new string('长', 1024)));

        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Claims.WriteAsync(name, One, over: null, default)));

        var first = Assert.Single(written, claim => claim is not null);
        Assert.Equal(first, await Claims.FindAsync(name, default));
        Assert.Equal((name, One), (first!.Name, first.Claim));
    }

    [Fact]
    public async Task A_claim_is_overwritten_and_removed_only_in_the_version_that_was_read()
    {
        var name = ClaimName.OfReference(Account, "reference");
        var first = await Claims.WriteAsync(name, One, over: null, default);
        var second = await Claims.WriteAsync(name, Two, first, default);

        Assert.Null(await Claims.WriteAsync(name, One, first, default));
        await Claims.RemoveAsync(first!, default);
        Assert.Equal(second, await Claims.FindAsync(name, default));
        await Claims.RemoveAsync(second!, default);
        await Claims.RemoveAsync(second!, default);
        Assert.Null(await Claims.FindAsync(name, default));
        Assert.Null(await Claims.WriteAsync(name, One, second, default));
    }

    [Fact]
    public async Task Writing_the_same_content_again_makes_a_new_version()
    {
        var name = ClaimName.OfToken(Account, "token");
        var first = await Claims.WriteAsync(name, One, over: null, default);

        Assert.NotEqual(first!.ETag, (await Claims.WriteAsync(name, One, first, default))!.ETag);
    }

    [Fact]
    public async Task A_claim_written_again_after_its_removal_is_not_removed_by_an_old_reader()
    {
        var name = ClaimName.OfToken(Account, "token");
        var old = await Claims.WriteAsync(name, One, over: null, default);
        await Claims.RemoveAsync(old!, default);
        var claim = await Claims.WriteAsync(name, One, over: null, default);

        await Claims.RemoveAsync(old!, default);

        Assert.Equal(claim, await Claims.FindAsync(name, default));
        Assert.Null(await Claims.WriteAsync(name, Two, old, default));
    }

    [Fact]
    public async Task Kinds_and_accounts_are_separate()
    {
        await Claims.WriteAsync(ClaimName.OfToken(Account, "same"), One, over: null, default);

        Assert.Null(await Claims.FindAsync(ClaimName.OfReference(Account, "same"), default));
        Assert.Null(await Claims.FindAsync(new ClaimName(Account, ClaimKind.Url, "same"), default));
        Assert.Null(await Claims.FindAsync(ClaimName.OfToken(Account + "2", "same"), default));
        Assert.Null(await Claims.FindAsync(ClaimName.OfToken(Account.ToUpperInvariant(), "same"), default));
    }

    [Theory]
    [InlineData("../x\n")]
    [InlineData("a\0b")]
    [InlineData("测试 🎬 %2F")]
    [InlineData(" ")]
    public async Task A_name_can_be_any_text(string text)
    {
        var name = ClaimName.OfReference(Account, text);

        var written = await Claims.WriteAsync(name, One, over: null, default);

        Assert.Equal(written, await Claims.FindAsync(name, default));
        Assert.Null(await Claims.FindAsync(ClaimName.OfReference(Account, text + "2"), default));
    }

    [Fact]
    public async Task Names_that_look_alike_are_different()
    {
        string[] names = ["a", "A", "a ", " a", "a\0", "\u00e9", "e\u0301", "%61"];

        foreach (var name in names)
        {
            Assert.NotNull(await Claims.WriteAsync(ClaimName.OfToken(Account, name), One, over: null, default));
        }
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        var name = ClaimName.OfToken(Account, "token");
        var claim = await Claims.WriteAsync(name, One, over: null, default);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Claims.FindAsync(name, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Claims.WriteAsync(name, Two, claim, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Claims.RemoveAsync(claim!, Cancelled));
        Assert.Equal(claim, await Claims.FindAsync(name, default));
    }
}
