using System.Text.Json;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Tags;

namespace MediaInfo.Probing.Tests.Recognition.Chapters;

/// <summary>A film of known cuts: ten seconds, a second of black and silence, ten seconds, and nine behind a hard cut.</summary>
public sealed class ChapterRecogniserTests
{
    private static readonly TagOptions Options = new() { ChapterLength = TimeSpan.FromSeconds(4) };

    private static readonly string[] Picture =
    [
        "-f", "lavfi", "-i", "testsrc=s=160x120:r=10:d=10", "-f", "lavfi", "-i", "color=black:s=160x120:r=10:d=1",
        "-f", "lavfi", "-i", "testsrc2=s=160x120:r=10:d=10", "-f", "lavfi", "-i", "color=red:s=160x120:r=10:d=9",
    ];

    private static readonly string[] Sound =
    [
        "-f", "lavfi", "-i", "sine=f=440:d=10", "-f", "lavfi", "-i", "aevalsrc=0:d=1:s=44100",
        "-f", "lavfi", "-i", "sine=f=880:d=19",
    ];

    public static TheoryData<string> Ffmpegs => FfmpegData.All;

    [Theory]
    [MemberData(nameof(Ffmpegs))]
    public async Task A_films_chapters_begin_at_its_cuts(string ffmpeg)
    {
        await using var rig = await RecognitionRig.StartAsync(ffmpeg);
        var task = await FilmAsync(rig);
        var told = new ToldShares();

        var (findings, outcome) = await rig.Chapters(Options).RecogniseAsync(task, told, CancellationToken.None);

        Assert.Null(outcome.Failure);
        Assert.True(outcome.Usage is { Requests: > 0, Bytes: > 0 });
        Assert.NotNull(outcome.ETag);
        var result = Assert.Single(findings!.Results);
        Assert.Equal("NLP", result.Type);
        var chapters = ChaptersOf(result);
        Assert.Equal(
            [(0, "start"), (11, "blackAndSilence"), (21, "cut")],
            chapters.Select(chapter => (SecondsOf(chapter, "start"), chapter.GetProperty("cause").GetString())));
        Assert.Equal([11, 21, 30], chapters.Select(chapter => SecondsOf(chapter, "end")));
        Assert.Equal(
            ["chapters/00001.jpg", "chapters/00002.jpg", "chapters/00003.jpg"],
            chapters.Select(chapter => chapter.GetProperty("snapshot").GetProperty("key").GetString()!.Split('/', 3)[2]));
        Assert.All(rig.Files.All.Values, picture => Assert.Equal([0xFF, 0xD8], picture[..2]));
        Assert.Equal(3, rig.Files.All.Count);
        Assert.Equal(told.Seen.Order(), told.Seen);
        Assert.InRange(told.Seen[^1], 0.99, 1);
    }

    [Fact]
    public async Task A_film_without_sound_has_chapters_too()
    {
        await using var rig = await RecognitionRig.StartAsync();
        var task = await rig.MakeAsync(
            "mute.mp4", [.. Picture, "-filter_complex", "[0][1][2][3]concat=n=4", "-c:v", "libx264", "-pix_fmt", "yuv420p"]);

        var (findings, outcome) = await rig.Chapters(Options).RecogniseAsync(task, null, CancellationToken.None);

        Assert.Null(outcome.Failure);
        Assert.Equal(
            ["start", "black", "cut"],
            ChaptersOf(Assert.Single(findings!.Results)).Select(chapter => chapter.GetProperty("cause").GetString()));
    }

    [Theory]
    [InlineData("4000x16", "1/1")]
    [InlineData("16x4000", "1/1")]
    [InlineData("160x120", "64/45")]
    public async Task A_picture_of_any_shape_has_chapters(string size, string pixel)
    {
        await using var rig = await RecognitionRig.StartAsync();
        var task = await rig.MakeAsync(
            "shape.mp4",
            "-f", "lavfi", "-i", $"testsrc=s={size}:r=5:d=6", "-f", "lavfi", "-i", $"color=black:s={size}:r=5:d=1",
            "-f", "lavfi", "-i", $"testsrc2=s={size}:r=5:d=6",
            "-filter_complex", $"[0][1][2]concat=n=3,setsar={pixel}", "-c:v", "libx264", "-pix_fmt", "yuv420p");

        var (findings, outcome) = await rig.Chapters(Options).RecogniseAsync(task, null, CancellationToken.None);

        Assert.Null(outcome.Failure);
        Assert.Equal(
            [0, 7], ChaptersOf(Assert.Single(findings!.Results)).Select(chapter => SecondsOf(chapter, "start")));
        Assert.Equal(2, rig.Files.All.Count);
    }

    [Fact]
    public async Task Sound_without_a_picture_is_cut_at_its_silence()
    {
        await using var rig = await RecognitionRig.StartAsync();
        var task = await rig.MakeAsync("sound.mp3", [.. Sound, "-filter_complex", "[0][1][2]concat=n=3:v=0:a=1"]);

        var (findings, outcome) = await rig.Chapters(Options).RecogniseAsync(task, null, CancellationToken.None);

        Assert.Null(outcome.Failure);
        var chapters = ChaptersOf(Assert.Single(findings!.Results));
        Assert.Equal([0, 11], chapters.Select(chapter => SecondsOf(chapter, "start")));
        Assert.False(chapters[1].TryGetProperty("snapshot", out _));
        Assert.Empty(rig.Files.All);
    }

    [Fact]
    public async Task A_picture_has_no_chapters()
    {
        await using var rig = await RecognitionRig.StartAsync();
        var task = await rig.MakeAsync("picture.png", "-f", "lavfi", "-i", "testsrc=s=160x120", "-frames:v", "1");

        var (findings, _) = await rig.Chapters(Options).RecogniseAsync(task, null, CancellationToken.None);

        Assert.Empty(ChaptersOf(Assert.Single(findings!.Results)));
    }

    [Fact]
    public async Task A_caller_may_want_longer_chapters()
    {
        await using var rig = await RecognitionRig.StartAsync();
        var film = await FilmAsync(rig);
        var task = film with { Work = film.Work with { Parameters = """{"chapterLength":12}""" } };

        var (findings, _) = await rig.Chapters(Options).RecogniseAsync(task, null, CancellationToken.None);

        Assert.Single(ChaptersOf(Assert.Single(findings!.Results)));
    }

    [Fact]
    public async Task What_is_no_media_any_more_fails()
    {
        await using var rig = await RecognitionRig.StartAsync();
        var task = await FilmAsync(rig);
        rig.Store.Put(task.Source, [.. Enumerable.Repeat((byte)'x', 100_000)]);

        var (findings, outcome) = await rig.Chapters(Options).RecogniseAsync(task, null, CancellationToken.None);

        Assert.Null(findings);
        Assert.Equal(FailureReason.NotMedia, outcome.Failure?.Reason);
    }

    [Theory]
    [MemberData(nameof(Ffmpegs))]
    public async Task A_film_of_which_nothing_decodes_fails(string ffmpeg)
    {
        await using var rig = await RecognitionRig.StartAsync(ffmpeg);
        var task = await rig.MakeAsync(
            "lost.mp4", [.. Picture, "-filter_complex", "[0][1][2][3]concat=n=4", "-c:v", "libx264", "-pix_fmt", "yuv420p"]);
        var file = rig.File(task);
        var media = file.AsSpan(file.AsSpan().IndexOf("mdat"u8) + 4);
        media[..media.IndexOf("moov"u8)][..^4].Clear();
        rig.Store.Put(task.Source, file);

        var (findings, outcome) = await rig.Chapters(Options).RecogniseAsync(task, null, CancellationToken.None);

        Assert.Null(findings);
        Assert.Equal(FailureReason.NotMedia, outcome.Failure?.Reason);
    }

    [Fact]
    public async Task A_cancelled_recognition_throws()
    {
        await using var rig = await RecognitionRig.StartAsync();
        var task = await FilmAsync(rig);
        using var stop = new CancellationTokenSource();
        rig.Store.Before = (_, _) => stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => rig.Chapters(Options).RecogniseAsync(task, null, stop.Token));
    }

    [Fact]
    public async Task Without_ffmpeg_it_says_so()
    {
        await using var rig = await RecognitionRig.StartAsync("/nonexistent/ffmpeg");

        Assert.Contains(
            "No usable ffmpeg was found",
            await rig.Chapters(Options).FindProblemAsync(CancellationToken.None),
            StringComparison.Ordinal);
    }

    private static Task<TagTask> FilmAsync(RecognitionRig rig) => rig.MakeAsync(
        "film.mp4",
        [
            .. Picture, .. Sound, "-filter_complex", "[0][1][2][3]concat=n=4[v];[4][5][6]concat=n=3:v=0:a=1[a]",
            "-map", "[v]", "-map", "[a]", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac",
        ]);

    private static IReadOnlyList<JsonElement> ChaptersOf(TagResult result) =>
        [.. result.Data.GetProperty("autoChapters").EnumerateArray()];

    private static int SecondsOf(JsonElement chapter, string name) =>
        (int)Math.Round(chapter.GetProperty(name).GetInt64() / 1000.0);
}
