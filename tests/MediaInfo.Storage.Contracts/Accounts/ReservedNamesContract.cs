using MediaInfo.Core.Accounts;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Accounts;

/// <summary>The contract of <see cref="IReservedNames"/>.</summary>
public abstract class ReservedNamesContract(StorageRig rig) : StorageContract(rig)
{
    private IReservedNames Names => Rig.Reserved;

    [Theory]
    [InlineData("example-bucket")]
    [InlineData("mediainfo")]
    [InlineData("films-2024")]
    public void An_ordinary_name_of_a_bucket_is_free(string name) => Assert.False(Names.IsReservedBucket(name));

    [Theory]
    [InlineData("their-queue")]
    [InlineData("mediainfo-callbacks")]
    [InlineData("access-control-list")]
    public void An_ordinary_name_of_a_queue_is_free(string name) => Assert.False(Names.IsReservedQueue(name));

    [Fact]
    public async Task The_queues_of_the_service_are_reserved()
    {
        var own = (await Rig.Ages.ReadAsync(default)).Keys;

        Assert.All(own, name => Assert.True(Names.IsReservedQueue(name), name));
        Assert.True(Names.IsReservedQueue("analyses-poison"));
        Assert.True(Names.IsReservedQueue("callbacks-poison"));
    }

    [Fact]
    public async Task A_reserved_queue_gets_no_message_from_an_account()
    {
        var result = await Rig.Target.SendAsync("callbacks", "text", default);

        Assert.Equal(("InvalidParameter", null), (result.ErrorCode, result.MessageId));
        Assert.Contains("reserved", result.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_tests_use_is_free()
    {
        Assert.False(Names.IsReservedBucket(await Rig.NewBucketAsync()));
        Assert.False(Names.IsReservedQueue(Unique.Name("queue")));
    }
}
