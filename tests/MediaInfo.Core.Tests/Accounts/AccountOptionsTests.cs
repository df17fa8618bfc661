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
    public void Having_no_account_is_a_problem() =>
        Assert.Equal(["List contains no account, so no request could be authenticated"], Problems());

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("账号")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void An_id_that_is_invalid_in_a_storage_name_is_a_problem(string id) =>
        Assert.Equal(["List:0:Id must be 1 to 64 letters, digits, '-' or '_'"], Problems(new Account { Id = id, Keys = [Key] }));

    [Fact]
    public void The_problems_of_an_empty_key_name_its_position() => Assert.Equal(
        [
            "List:1:Keys:1:Id is missing",
            "List:1:Keys:1:Secret is missing",
            "List:1:Keys:1:Allow is empty; use \"*\" to allow all actions",
        ],
        Problems(new Account { Id = "a" }, new Account { Id = "b", Keys = [Key, new AccessKey()] }));

    [Fact]
    public void An_unresolved_vault_reference_is_not_accepted_as_a_secret()
    {
        const string Reference = "@Microsoft.KeyVault(SecretUri=https://vault.example.com/secrets/key)";
        const string Left =
            " is a Key Vault reference that the platform could not resolve: check that the secret exists and that the app's identity may read it";

        Assert.Equal(
            [$"List:0:CallbackKey{Left}", $"List:0:Keys:0:Secret{Left}", $"List:0:Keys:0:SecurityToken{Left}"],
            Problems(new Account
            {
                Id = "a",
                CallbackKey = Reference,
                Keys = [Key with { Secret = Reference, SecurityToken = Reference }],
            }));
    }

    [Fact]
    public void A_secret_that_merely_contains_a_vault_reference_is_accepted() =>
        Assert.Empty(Problems(new Account { Id = "a", Keys = [Key with { Secret = "secret @Microsoft.KeyVault(" }] }));

    [Fact]
    public void A_duplicate_id_is_a_problem() => Assert.Equal(
        ["List contains the account a more than once", "List contains the access key id more than once"],
        Problems(new Account { Id = "a", Keys = [Key] }, new Account { Id = "a", Keys = [Key] }, new Account { Id = "A" }));

    [Fact]
    public void Projects_and_tokens_are_checked_and_a_token_is_never_shown()
    {
        var token = new AccessToken { Value = "a-secret-token" };

        Assert.Equal(
            [
                "List:0:ProjectIds:1 must be 1 to 64 letters, digits, '-' or '_'",
                "List:1:Tokens:1:Value is missing",
                "List contains the project p more than once",
                "List contains a token more than once",
            ],
            Problems(
                new Account { Id = "a", ProjectIds = ["p", "p/q"], Tokens = [token] },
                new Account { Id = "b", ProjectIds = ["p"], Tokens = [token, new AccessToken()] }));
        Assert.DoesNotContain("secret", $"{token}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_keys_text_contains_no_secret() => Assert.Equal("id", Key.ToString());

    // Gives each account a bucket, because these tests are not about buckets.
    private static IEnumerable<string> Problems(params Account[] accounts) => new AccountOptions
    {
        List = [.. accounts.Select((account, i) => account with { Buckets = [new BucketGrant { Name = $"own-{i}" }] })],
    }.Problems();
}
