using MediaInfo.Core.Accounts;

namespace MediaInfo.Core.Tests.Accounts;

public sealed class AccountDirectoryTests
{
    private static readonly Account First = new() { Id = "first", Keys = [KeyOf("a"), KeyOf("b")] };
    private static readonly Account Second = new() { Id = "second", Keys = [KeyOf("c")] };

    private readonly AccountDirectory _directory = new(new AccountOptions { List = [First, Second] });

    [Theory]
    [InlineData("a", "first")]
    [InlineData("b", "first")]
    [InlineData("c", "second")]
    public void A_caller_is_found_by_any_key_of_its_account(string key, string account)
    {
        var caller = _directory.FindCaller(key);

        Assert.Equal((account, key), (caller?.Account.Id, caller?.Key?.Id));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("d")]
    [InlineData("first")]
    [InlineData("")]
    public void An_unknown_key_has_no_caller(string key) => Assert.Null(_directory.FindCaller(key));

    [Fact]
    public void An_account_is_found_by_its_id()
    {
        Assert.Equal(Second, _directory.Find("second"));
        Assert.Null(_directory.Find("Second"));
    }

    private static AccessKey KeyOf(string id) => new() { Id = id, Secret = "secret of " + id, Allow = ["*"] };

    [Theory]
    [InlineData("one", "first")]
    [InlineData("two", "second")]
    [InlineData("On", null)]
    [InlineData("one ", null)]
    [InlineData("", null)]
    public void A_token_is_found_only_by_its_exact_value(string token, string? account)
    {
        var directory = new AccountDirectory(new AccountOptions
        {
            List =
            [
                First with { Tokens = [new AccessToken { Value = "one", Allow = ["mpc:List*"] }] },
                Second with { Tokens = [new AccessToken { Value = "two" }] },
            ],
        });

        var caller = directory.FindTokenHolder(token);

        Assert.Equal(account, caller?.Account.Id);
        Assert.Null(caller?.Key);
    }

    [Fact]
    public void A_token_allows_its_listed_actions_or_everything_without_a_list()
    {
        var reading = new Caller(First, Key: null) { Token = new AccessToken { Value = "one", Allow = ["mpc:List*"] } };
        var all = new Caller(First, Key: null) { Token = new AccessToken { Value = "one" } };

        Assert.Equal((true, false), (reading.May("mpc:ListExtractTask"), reading.May("mpc:CreateExtractTask")));
        Assert.True(all.May("mpc:CreateExtractTask"));
    }
}
