using MediaInfo.Core.Telemetry;

namespace MediaInfo.Core.Tests.Telemetry;

public sealed class ProductVersionTests
{
    [Fact]
    public void It_is_a_semantic_version_of_this_edition_or_a_later_one()
    {
        Assert.Matches(@"^[2-9]\d*\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$", ProductVersion.Current);
    }
}
