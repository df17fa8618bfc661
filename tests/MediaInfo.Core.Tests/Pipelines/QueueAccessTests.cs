using MediaInfo.Core.Accounts;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Pipelines;

public sealed class QueueAccessTests
{
    private const string One = "one";
    private const string Two = "two";

    [Theory]
    [InlineData("any-queue", true)]
    [InlineData("callbacks", false)]
    [InlineData("any-queue-poison", false)]
    [InlineData("Any-queue", false)]
    [InlineData("no", false)]
    public void One_account_alone_may_use_every_queue_but_the_reserved_ones(string queue, bool may)
    {
        var access = Access(new Account { Id = One, CallbackQueue = "their-queue" });

        Assert.Equal((may, false), (access.MayUse(One, queue), access.MayUse(Two, queue)));
    }

    [Theory]
    [InlineData("one-queue", One)]
    [InlineData("one-told", One)]
    [InlineData("any", One)]
    [InlineData("two-told", Two)]
    [InlineData("two-more", Two)]
    [InlineData("callbacks", "nobody")]
    public void Of_several_accounts_each_has_its_callback_queue_and_what_fits_its_patterns_most_closely(string queue, string owner)
    {
        var access = Access(
            new Account { Id = One, CallbackQueue = "one-told", Queues = ["*"] },
            new Account { Id = Two, CallbackQueue = "two-told", Queues = ["two-*"] });

        Assert.Equal((owner is One, owner is Two), (access.MayUse(One, queue), access.MayUse(Two, queue)));
    }

    [Fact]
    public void Of_several_accounts_one_without_patterns_has_its_callback_queue_alone()
    {
        var access = Access(new Account { Id = One, CallbackQueue = "one-told" }, new Account { Id = Two });

        Assert.True(access.MayUse(One, "one-told"));
        Assert.False(access.MayUse(One, "any-queue"));
        Assert.False(access.MayUse(Two, "any-queue"));
    }

    [Theory]
    [InlineData("Not_Legal")]
    [InlineData("callbacks")]
    [InlineData("")]
    public void A_callback_queue_that_cannot_be_an_accounts_is_a_problem_of_the_settings(string queue) => Assert.Equal(
        [$"Accounts:List:1:CallbackQueue is no queue's name that an account can have: {queue}"],
        Access(new Account { Id = One, CallbackQueue = "one-told" }, new Account { Id = Two, CallbackQueue = queue }).Problems());

    private static QueueAccess Access(params Account[] accounts) => new(new AccountOptions { List = accounts }, new FewReservedNames());
}
