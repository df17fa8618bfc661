using MediaInfo.Core.Accounts;

namespace MediaInfo.Core.Tests.Accounts;

/// <summary>The settings that assign buckets and queues to accounts.</summary>
public sealed class OwnedNamesTests
{
    [Fact]
    public void A_single_account_needs_no_buckets() => Assert.Empty(Problems(Of("a")));

    [Fact]
    public void With_several_accounts_each_one_needs_buckets() => Assert.Equal(
        [
            "List:0:Buckets is empty: with several accounts, each needs its own buckets, such as Buckets:0:Name",
            "List:2:Buckets is empty: with several accounts, each needs its own buckets, such as Buckets:0:Name",
        ],
        Problems(Of("a"), Of("b", "b-*"), Of("c")));

    [Theory]
    [InlineData("")]
    [InlineData("Media")]
    [InlineData("media_*")]
    [InlineData("me?ia")]
    [InlineData("$web")]
    [InlineData("médias")]
    [InlineData("media.")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void A_pattern_of_buckets_consists_of_name_characters_and_stars(string pattern) => Assert.Equal(
        ["List:0:Buckets:0:Name must be 1 to 63 lower-case letters, digits, '-' or '*'"], Problems(Of("a", pattern)));

    [Theory]
    [InlineData("")]
    [InlineData("me?ia")]
    [InlineData("$web")]
    [InlineData("médias")]
    [InlineData("media.")]
    public void A_pattern_of_queues_consists_of_name_characters_and_stars(string pattern) => Assert.Equal(
        ["List:0:Queues:0 must be 1 to 256 letters, digits, '-', '_' or '*'"],
        Problems(Of("a") with { Queues = [pattern] }));

    [Fact]
    public void A_pattern_of_queues_may_have_capitals_and_underscores() =>
        Assert.Empty(Problems(Of("a") with { Queues = ["Media_*"] }));

    [Fact]
    public void An_undefined_access_value_is_a_problem() => Assert.Equal(
        ["List:0:Buckets:0:Access must be Read or ReadWrite"],
        Problems(Of("a") with { Buckets = [new BucketGrant { Name = "a", Access = (BucketAccess)7 }] }));

    [Theory]
    [InlineData("*", "b-*")]
    [InlineData("*", "*-b")]
    [InlineData("a-*", "a-b-*")]
    [InlineData("a*", "a")]
    [InlineData("a-*", "b-*")]
    [InlineData("*-a", "*-b")]
    [InlineData("a*b", "b*a")]
    [InlineData("media", "media")]
    [InlineData("media-*", "media-*")]
    public void Two_accounts_may_have_equal_patterns_or_patterns_of_different_specificity(string first, string second) =>
        Assert.Empty(Problems(Of("a", first), Of("b", second)));

    [Theory]
    [InlineData("a-*", "*-b")]
    [InlineData("*-b", "a-*")]
    [InlineData("ab*", "a*b")]
    [InlineData("*", "**")]
    [InlineData("a*c*e", "*b*d*f*")]
    public void Equally_specific_patterns_of_two_accounts_that_overlap_are_a_problem(string first, string second) =>
        Assert.Equal(
            [
                "List:0:Buckets:0:Name and List:1:Buckets:0:Name match the same names equally specifically: make those of one account more specific",
            ],
            Problems(Of("a", first), Of("b", second)));

    [Fact]
    public void Patterns_of_one_account_may_overlap_unless_they_differ_in_access()
    {
        var account = Of("a", "a-*", "*-b");
        Assert.Empty(Problems(account));

        var buckets = account.Buckets.Select((bucket, i) => bucket with { Access = (BucketAccess)i });
        Assert.Equal(
            [
                "List:0:Buckets:0:Name and List:0:Buckets:1:Name match the same names with different Access: make one of them more specific",
            ],
            Problems(account with { Buckets = [.. buckets] }));
        Assert.Equal(["List:0:Buckets:0:Name and List:0:Buckets:1:Name are the same"], Problems(Of("a", "a-*", "a-*")));
    }

    [Fact]
    public void Two_accounts_may_share_a_callback_queue_only_if_both_list_it()
    {
        var (first, second) = (Of("a", "a-*") with { CallbackQueue = "ours" }, Of("b", "b-*") with { CallbackQueue = "ours" });

        Assert.Equal(
            [
                "List:0:CallbackQueue and List:1:CallbackQueue are the same queue: list it in Queues of both accounts if both may use it",
            ],
            Problems(first, second));
        Assert.Equal(
            [
                "List:0:CallbackQueue and List:1:Queues:0 are the same queue: list it in Queues of both accounts if both may use it",
            ],
            Problems(first, second with { Queues = ["ours"] }));
        Assert.Empty(Problems(first with { Queues = ["ours"] }, second with { Queues = ["ours"] }));
    }

    private static Account Of(string id, params string[] buckets) =>
        new() { Id = id, Buckets = [.. buckets.Select(name => new BucketGrant { Name = name })] };

    private static IEnumerable<string> Problems(params Account[] accounts) => new AccountOptions { List = accounts }.Problems();
}
