using MediaInfo.Core.Library;

namespace MediaInfo.Core.Tests.Library;

public sealed class MediaTypesTests
{
    [Theory]
    [InlineData("a.mp4", "video")]
    [InlineData("folder.mp3/live.M3U8", "video")]
    [InlineData("a.flac", "audio")]
    [InlineData("a.jpeg", "image")]
    [InlineData("a.srt", "text")]
    [InlineData("a.unknown", null)]
    [InlineData("a", null)]
    [InlineData("folder.mp4/a", null)]
    public void The_extension_determines_the_type(string key, string? type) => Assert.Equal(type, MediaTypes.OfKey(key));
}
