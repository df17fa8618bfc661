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

    [Theory]
    [InlineData("callback-keY", "1709208000", Delivery, Body)]
    [InlineData("callback-key", "1709208001", Delivery, Body)]
    [InlineData("callback-key", "1709208000", "0000000000000000000000000000002b", Body)]
    [InlineData("callback-key", "1709208000", Delivery, Body + " ")]
    public void Whatever_differs_changes_it(string key, string timestamp, string delivery, string body) =>
        Assert.NotEqual(CallbackSignature.Of("callback-key", "1709208000", Delivery, Body), CallbackSignature.Of(key, timestamp, delivery, body));
}
