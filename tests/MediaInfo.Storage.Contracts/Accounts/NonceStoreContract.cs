using MediaInfo.Core.Accounts;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Accounts;

/// <summary>The contract of <see cref="INonceStore"/>.</summary>
public abstract class NonceStoreContract(StorageRig rig) : StorageContract(rig)
{
    private static readonly DateTimeOffset SignedAt = new(2024, 2, 29, 12, 59, 59, TimeSpan.Zero);

    private readonly string _key = Unique.Name("key");

    [Fact]
    public async Task A_nonce_is_used_once()
    {
        Assert.True(await UseAsync("1"));
        Assert.False(await UseAsync("1"));
        Assert.False(await UseAsync("1"));
    }

    [Fact]
    public async Task Other_keys_and_other_nonces_are_independent()
    {
        Assert.True(await UseAsync("1"));
        Assert.True(await UseAsync("2"));
        Assert.True(await UseAsync("1", _key + "\n"));
        Assert.True(await UseAsync("1", _key.ToUpperInvariant()));
    }

    [Fact]
    public async Task One_of_many_concurrent_uses_is_the_first()
    {
        var uses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => UseAsync("1")));

        Assert.Single(uses, first => first);
    }

    [Theory]
    [InlineData("../..?*\\ %00\n测试🎬")]
    [InlineData("a\0b")]
    [InlineData(".")]
    [InlineData("")]
    public async Task A_nonce_can_be_any_text(string nonce)
    {
        Assert.True(await UseAsync(nonce));
        Assert.False(await UseAsync(nonce));
    }

    [Fact]
    public async Task Nonces_that_look_alike_are_different()
    {
        string[] nonces = ["a", "A", "a ", " a", "a\0", "\u00e9", "e\u0301", "%61"];

        foreach (var nonce in nonces)
        {
            Assert.True(await UseAsync(nonce), nonce);
        }
    }

    [Fact]
    public async Task A_nonce_can_have_any_length()
    {
        var nonce = new string('a', 10_000);

        Assert.True(await UseAsync(nonce));
        Assert.True(await UseAsync(nonce + "a"));
        Assert.False(await UseAsync(nonce));
    }

    [Fact]
    public async Task A_cancelled_call_throws() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Rig.Nonces.TryUseAsync(_key, "1", SignedAt, Cancelled));

    private Task<bool> UseAsync(string nonce, string? key = null) =>
        Rig.Nonces.TryUseAsync(key ?? _key, nonce, SignedAt, default);
}
