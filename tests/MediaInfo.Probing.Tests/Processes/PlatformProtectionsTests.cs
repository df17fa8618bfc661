using MediaInfo.Probing.Processes;

namespace MediaInfo.Probing.Tests.Processes;

public sealed class PlatformProtectionsTests
{
    [Fact]
    public void Linux_lacks_none() => Assert.Null(PlatformProtections.Lacking(isLinux: true));

    [Theory]
    [InlineData("sandbox")]
    [InlineData("memory")]
    [InlineData("processor time")]
    [InlineData("killed")]
    public void Another_system_lacks_them_all(string protection) =>
        Assert.Contains(protection, PlatformProtections.Lacking(isLinux: false), StringComparison.Ordinal);
}
