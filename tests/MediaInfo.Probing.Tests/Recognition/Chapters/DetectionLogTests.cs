using System.Text;
using MediaInfo.Core.Tags.Chapters;
using MediaInfo.Probing.Recognition.Chapters;

namespace MediaInfo.Probing.Tests.Recognition.Chapters;

public sealed class DetectionLogTests
{
    // As FFmpeg 5.1 prints it; 4.1 prints the same, but for addresses.
    private const string Log = """
        Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'film.mp4':
          Duration: 00:00:30.00, start: 0.000000, bitrate: 175 kb/s
        Press [q] to stop, [?] for help
        [Parsed_metadata_5 @ 0x55f4d80c0040] frame:0    pts:128000  pts_time:10
        [Parsed_metadata_5 @ 0x55f4d80c0040] lavfi.black_start=10
        [Parsed_metadata_5 @ 0x55f4d80c0040] lavfi.scene_score=1.000000
        [silencedetect @ 0x55f4d80c1300] silence_start: 10
        [silencedetect @ 0x55f4d80c1300] silence_end: 11 | silence_duration: 1.00002
        [blackdetect @ 0x55f4d80bcdc0] black_start:10 black_end:11.04 black_duration:1.04
        [Parsed_metadata_5 @ 0x55f4d80c0040] frame:1    pts:140800  pts_time:11
        [Parsed_metadata_5 @ 0x55f4d80c0040] lavfi.black_end=11
        [Parsed_metadata_5 @ 0x55f4d80c0040] lavfi.scene_score=0.545619
        """;

    [Fact]
    public void Changes_of_scene_black_and_silence_are_read()
    {
        var found = Read(Log, duration: 30);

        Assert.Equal([new SceneChange(10, 1), new SceneChange(11, 0.545619)], found.Changes);
        Assert.Equal([new Stretch(10, 11.04)], found.Black);
        Assert.Equal([new Stretch(10, 11)], found.Silence);
        Assert.True(found.HasPicture);
        Assert.Equal(30, found.Duration);
    }

    [Fact]
    public void Silence_that_does_not_end_lasts_until_the_end() => Assert.Equal(
        [new Stretch(0, 2), new Stretch(20.5, 30)],
        Read(
            """
            [silencedetect @ 0x1] silence_start: -0.0231746
            [silencedetect @ 0x1] silence_end: 2 | silence_duration: 2.02317
            [silencedetect @ 0x1] silence_start: 20.5
            """,
            duration: 30).Silence);

    [Theory]
    [InlineData("[blackdetect @ 0x1] black_start:nan black_end:2 black_duration:1")]
    [InlineData("[blackdetect @ 0x1] black_start:5 black_end:2 black_duration:1")]
    [InlineData("[blackdetect @ 0x1] black_start: black_end:")]
    [InlineData("[blackdetect @ 0x1 black_start:1 black_end:2")]
    [InlineData("black_start:1 black_end:2 black_duration:1")]
    [InlineData("[silencedetect @ 0x1] silence_end: 5 | silence_duration: 1")]
    [InlineData("[silencedetect @ 0x1] silence_start: inf")]
    [InlineData("[Parsed_metadata_5 @ 0x1] lavfi.scene_score=0.5")]
    [InlineData("[Parsed_metadata_5 @ 0x1] frame:1 pts:NOPTS pts_time:NOPTS")]
    [InlineData("")]
    public void Other_lines_say_nothing(string line)
    {
        var found = Read(line, duration: 30);

        Assert.Empty(found.Changes);
        Assert.Empty(found.Black);
        Assert.Empty(found.Silence);
    }

    [Fact]
    public void What_is_detected_is_bounded()
    {
        var log = new DetectionLog();
        for (var n = 0; n < 100_010; n++)
        {
            log.Add(Encoding.ASCII.GetBytes($"[blackdetect @ 0x1] black_start:{n}.1 black_end:{n}.5 black_duration:0.4"));
        }

        Assert.Equal(100_000, log.All(hasPicture: true, duration: 1).Black.Count);
    }

    private static Detections Read(string text, double duration)
    {
        var log = new DetectionLog();
        foreach (var line in text.Split('\n'))
        {
            log.Add(Encoding.UTF8.GetBytes(line));
        }

        return log.All(hasPicture: true, duration);
    }
}
