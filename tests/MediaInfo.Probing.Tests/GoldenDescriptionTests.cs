using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests;

/// <summary>
/// The full description of every clip in tests/media. ffprobe reads it through the proxy, and every packet is counted.
/// </summary>
[Trait("Platform", "Linux")]
public sealed class GoldenDescriptionTests(FfprobeRig rig) : IClassFixture<FfprobeRig>
{
    public static TheoryData<string> Clips => [.. ClipDescription.Clips];

    [Theory]
    [MemberData(nameof(Clips))]
    public async Task Description_of_a_clip(string clip) =>
        GoldenFile.Matches(await ClipDescription.OfAsync(rig, clip), "Descriptions", clip.Replace('/', '-'));
}
