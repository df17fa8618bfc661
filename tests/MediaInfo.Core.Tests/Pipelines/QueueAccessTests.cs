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
    [InlineData("Any_Queue", true)]
    [InlineData("no.queue", false)]
    [InlineData("", false)]
    public void A_single_account_may_use_every_queue_except_reserved_ones(string queue, bool may)
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
    public void Several_accounts_each_own_their_callback_queue_and_their_most_specific_matches(
        string queue, string owner)
    {
        var access = Access(
            new Account { Id = One, CallbackQueue = "one-told", Queues = ["*"] },
            new Account { Id = Two, CallbackQueue = "two-told", Queues = ["two-*"] });

        Assert.Equal((owner is One, owner is Two), (access.MayUse(One, queue), access.MayUse(Two, queue)));
    }

    [Fact]
    public void With_several_accounts_one_without_patterns_owns_only_its_callback_queue()
    {
        var access = Access(new Account { Id = One, CallbackQueue = "one-told" }, new Account { Id = Two });

        Assert.True(access.MayUse(One, "one-told"));
        Assert.False(access.MayUse(One, "any-queue"));
        Assert.False(access.MayUse(Two, "any-queue"));
    }

    [Theory]
    [InlineData("Not.Legal")]
    [InlineData("callbacks")]
    [InlineData("")]
    public void An_invalid_or_reserved_callback_queue_is_a_problem_of_the_settings(string queue) => Assert.Equal(
        [$"Accounts:List:1:CallbackQueue is not a queue name that an account may use: {queue}"],
        Access(new Account { Id = One, CallbackQueue = "one-told" }, new Account { Id = Two, CallbackQueue = queue }).Problems());

    private static QueueAccess Access(params Account[] accounts) =>
        new(new AccountOptions { List = accounts }, new FewReservedNames());
}
