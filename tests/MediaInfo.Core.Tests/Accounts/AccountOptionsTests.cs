using MediaInfo.Core.Accounts;

namespace MediaInfo.Core.Tests.Accounts;

public sealed class AccountOptionsTests
{
    private static readonly AccessKey Key = new() { Id = "id", Secret = "secret", Allow = ["*"] };

    [Fact]
    public void Complete_accounts_have_no_problems() => Assert.Empty(Problems(
        new Account { Id = "1000000000000001", Keys = [Key, Key with { Id = "reader" }] },
        new Account { Id = "Second_account-2", Keys = [] }));

    [Fact]
    public void Without_accounts_nothing_could_be_signed() =>
        Assert.Equal(["List names no account, so no request could be signed"], Problems());

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("账号")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void An_id_that_is_no_part_of_a_storage_name_is_a_problem(string id) =>
        Assert.Equal(["List:0:Id must be 1 to 64 letters, digits, '-' or '_'"], Problems(new Account { Id = id, Keys = [Key] }));

    [Fact]
    public void An_empty_key_has_three_problems_named_by_its_place() => Assert.Equal(
        [
            "List:1:Keys:1:Id is missing",
            "List:1:Keys:1:Secret is missing",
            "List:1:Keys:1:Allow names no action; \"*\" allows all",
        ],
        Problems(new Account { Id = "a" }, new Account { Id = "b", Keys = [Key, new AccessKey()] }));

    [Fact]
    public void A_reference_to_a_vault_that_was_left_unresolved_is_no_secret()
    {
        const string Reference = "@Microsoft.KeyVault(SecretUri=https://vault.example.com/secrets/key)";
        const string Left =
            " is a reference to Key Vault that the platform could not resolve: see that the secret is there and that the app's identity may read it";

        Assert.Equal(
            [$"List:0:CallbackKey{Left}", $"List:0:Keys:0:Secret{Left}", $"List:0:Keys:0:SecurityToken{Left}"],
            Problems(new Account { Id = "a", CallbackKey = Reference, Keys = [Key with { Secret = Reference, SecurityToken = Reference }] }));
    }

    [Fact]
    public void A_secret_that_only_holds_the_name_of_a_vault_is_one() =>
        Assert.Empty(Problems(new Account { Id = "a", Keys = [Key with { Secret = "secret @Microsoft.KeyVault(" }] }));

    [Fact]
    public void An_id_that_is_there_twice_is_a_problem() => Assert.Equal(
        ["List holds the account a more than once", "List holds the access key id more than once"],
        Problems(new Account { Id = "a", Keys = [Key] }, new Account { Id = "a", Keys = [Key] }, new Account { Id = "A" }));

    [Fact]
    public void Projects_and_tokens_are_checked_and_a_token_is_never_named()
    {
        var token = new AccessToken { Value = "a-secret-token" };

        Assert.Equal(
            [
                "List:0:ProjectIds:1 must be 1 to 64 letters, digits, '-' or '_'",
                "List:1:Tokens:1:Value is missing",
                "List holds the project p more than once",
                "List holds a token more than once",
            ],
            Problems(
                new Account { Id = "a", ProjectIds = ["p", "p/q"], Tokens = [token] },
                new Account { Id = "b", ProjectIds = ["p"], Tokens = [token, new AccessToken()] }));
        Assert.DoesNotContain("secret", $"{token}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_as_text_holds_no_secret() => Assert.Equal("id", Key.ToString());

    // What the tests of this file are not about: each account has buckets.
    private static IEnumerable<string> Problems(params Account[] accounts) => new AccountOptions
    {
        List = [.. accounts.Select((account, i) => account with { Buckets = [new BucketGrant { Name = $"own-{i}" }] })],
    }.Problems();
}
