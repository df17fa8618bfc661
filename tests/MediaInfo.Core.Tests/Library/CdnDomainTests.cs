using MediaInfo.Core.Accounts;

namespace MediaInfo.Core.Tests.Library;

public sealed class CdnDomainTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("cdn.example.com", true)]
    [InlineData("{bucket}.cdn.example.com", true)]
    [InlineData("cdn.example.com/{bucket}", true)]
    [InlineData("https://cdn.example.com", false)]
    [InlineData("cdn example", false)]
    public void A_domain_has_no_scheme(string? domain, bool isGood)
    {
        var options = new AccountOptions { List = [new Account { Id = "a", CdnDomain = domain }] };

        Assert.Equal(isGood, !options.Problems().Any());
    }
}
