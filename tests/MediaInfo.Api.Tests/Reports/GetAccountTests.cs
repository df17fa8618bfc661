using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Telemetry;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Reports;

public sealed class GetAccountTests
{
    [Fact]
    public async Task A_caller_learns_what_its_account_may_use()
    {
        using var rig = new ApiRig();

        var answer = await rig.SendAsync(RpcRequest.Of("GetAccount", ("Version", "2026-01-01")));

        GoldenFile.Matches(
            answer.Pretty.Replace(ProductVersion.Current, "2.1.0", StringComparison.Ordinal), "Reports");
        Assert.DoesNotContain("secret", answer.Body, StringComparison.OrdinalIgnoreCase);
    }
}
