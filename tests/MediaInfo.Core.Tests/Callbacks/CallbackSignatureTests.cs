using MediaInfo.Core.Accounts;
using MediaInfo.Core.Callbacks;

namespace MediaInfo.Core.Tests.Callbacks;

public sealed class CallbackSignatureTests
{
    private const string Delivery = "0000000000000000000000000000002a";
    private const string Body = """{"jobId":"测试"}""";

    // Computed by another implementation of HMAC-SHA256.
    [Fact]
    public void The_worked_example_has_this_signature() => Assert.Equal(
        "sha256=e226569c052a5a5c657fb9939684fedd8a5598aceb5a48c142d20c4509f2ddd3",
        CallbackSignature.Of("callback-key", "1709208000", Delivery, Body));

    // Computed as docs/mps.md tells receivers to: printf %s 'MediaInfo callback key' | openssl dgst -sha256 -hmac testsecret
    [Fact]
    public void An_account_without_a_callback_key_signs_with_one_derived_from_its_first_secret()
    {
        var account = new Account
        {
            Id = "a",
            Keys = [new AccessKey { Id = "1", Secret = "testsecret" }, new AccessKey { Id = "2", Secret = "other" }],
        };

        Assert.Equal("91764346f7e65e7e94fedea0e4bdd0308dfa03f0b87a77f61ec67b1d19ebc2a0", CallbackSignature.KeyOf(account));
        Assert.Equal(
            "91764346f7e65e7e94fedea0e4bdd0308dfa03f0b87a77f61ec67b1d19ebc2a0",
            CallbackSignature.KeyOf(account with { CallbackKey = "" }));
        Assert.Equal(
            "sha256=0ed0c87e3560295bbc6ed0850f522070dc797a9dc5a8b89d8d4aefb1defced0c",
            CallbackSignature.Of(CallbackSignature.KeyOf(account)!, "1709208000", Delivery, Body));
    }

    [Fact]
    public void An_accounts_own_callback_key_comes_first_and_without_any_key_nothing_is_signed()
    {
        Assert.Equal("own", CallbackSignature.KeyOf(
            new Account { Id = "a", CallbackKey = "own", Keys = [new AccessKey { Id = "1", Secret = "testsecret" }] }));
        Assert.Null(CallbackSignature.KeyOf(new Account { Id = "a", Tokens = [new AccessToken { Value = "token" }] }));
    }

    [Theory]
    [InlineData("callback-keY", "1709208000", Delivery, Body)]
    [InlineData("callback-key", "1709208001", Delivery, Body)]
    [InlineData("callback-key", "1709208000", "0000000000000000000000000000002b", Body)]
    [InlineData("callback-key", "1709208000", Delivery, Body + " ")]
    public void Every_input_changes_the_signature(string key, string timestamp, string delivery, string body) =>
        Assert.NotEqual(
            CallbackSignature.Of("callback-key", "1709208000", Delivery, Body),
            CallbackSignature.Of(key, timestamp, delivery, body));
}
