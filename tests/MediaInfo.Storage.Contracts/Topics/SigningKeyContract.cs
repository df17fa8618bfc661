using MediaInfo.Core.Topics;

namespace MediaInfo.Storage.Contracts.Topics;

/// <summary>The contract of <see cref="ISigningKeyStore"/>.</summary>
public abstract class SigningKeyContract(StorageRig rig) : StorageContract(rig)
{
    private ISigningKeyStore Keys => Rig.SigningKeys;

    [Fact]
    public async Task The_first_key_is_kept()
    {
        // Tests may share the storage.
        var before = await Keys.FindAsync(default);

        Assert.Equal(before is null, await Keys.AddAsync("one\n", default));
        Assert.Equal(before ?? "one\n", await Keys.FindAsync(default));
        Assert.False(await Keys.AddAsync("two\n", default));
        Assert.Equal(before ?? "one\n", await Keys.FindAsync(default));
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Keys.FindAsync(Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Keys.AddAsync("three", Cancelled));
    }
}
