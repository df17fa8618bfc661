using MediaInfo.Core.Library.Events;

namespace MediaInfo.Core.Tests.Library.Events;

public sealed class EventSignatureTests
{
    // Follows the formula of "Callback authentication"; the value printed on that page does not match it.
    [Fact]
    public void The_signature_is_the_MD5_of_address_time_and_key() => Assert.Equal(
        "c587b80d2d0ede300e8967937da7219b", EventSignature.Of("https://www.example.com/your/callback", "1519375990", "Test123"));
}
