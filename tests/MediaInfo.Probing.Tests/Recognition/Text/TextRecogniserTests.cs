using MediaInfo.Core.Jobs;
using MediaInfo.Core.Tags;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Recognition.Text;

/// <summary>A film of two pictures with rendered text, four seconds each.</summary>
[Trait("Platform", "Linux")]
public sealed class TextRecogniserTests
{
    private static readonly TagOptions Options = new()
    {
        TesseractPath = TesseractFactAttribute.Program,
        TessdataPath = TesseractFactAttribute.Languages,
        TextInterval = TimeSpan.FromSeconds(1),
    };

    [TesseractFact]
    public async Task Text_is_read_with_its_time_place_and_score()
    {
        await using var rig = await RecognitionRig.StartAsync();
        var task = await FilmAsync(rig);
        var recogniser = rig.Text(Options);
        Assert.Null(await recogniser.FindProblemAsync(CancellationToken.None));

        var (findings, outcome) = await recogniser.RecogniseAsync(task, null, CancellationToken.None);

        Assert.Null(outcome.Failure);
        var result = Assert.Single(findings!.Results);
        Assert.Equal(("OCR", "eng"), (result.Type, result.Data.GetProperty("languages").GetString()));
        var lines = result.Data.GetProperty("details").EnumerateArray().ToList();
        Assert.Equal(
            [("CHAPTER ONE", 0, 3), ("Breaking news from Oslo", 0, 7), ("THE END", 4, 7)],
            lines.Select(line => (
                line.GetProperty("value").GetString(),
                (int)Math.Round(line.GetProperty("from").GetDouble()),
                (int)Math.Round(line.GetProperty("to").GetDouble()))));
        Assert.All(lines, line => Assert.InRange(line.GetProperty("score").GetDouble(), 0.6, 1));

        // Drawn at 80, 60 with letters of 48 pixels.
        var place = lines[0].GetProperty("position");
        Assert.InRange(place.GetProperty("leftTop")[0].GetInt32(), 75, 90);
        Assert.InRange(place.GetProperty("leftTop")[1].GetInt32(), 55, 75);
        Assert.InRange(place.GetProperty("rightBottom")[0].GetInt32(), 350, 460);
        Assert.InRange(place.GetProperty("rightBottom")[1].GetInt32(), 90, 115);
    }

    [TesseractFact]
    public async Task Sound_has_no_text()
    {
        await using var rig = await RecognitionRig.StartAsync();
        var task = await rig.MakeAsync("sound.mp3", "-f", "lavfi", "-i", "sine=d=2");

        var (findings, outcome) = await rig.Text(Options).RecogniseAsync(task, null, CancellationToken.None);

        Assert.Null(outcome.Failure);
        Assert.Equal(0, Assert.Single(findings!.Results).Data.GetProperty("details").GetArrayLength());
    }

    [Fact]
    public async Task Languages_that_are_not_there_are_named_without_their_folder()
    {
        await using var rig = await RecognitionRig.StartAsync();
        var film = await FilmAsync(rig);
        var task = film with { Work = film.Work with { Parameters = """{"ocrLanguages":"eng+xyz"}""" } };

        var (findings, outcome) = await rig.Text(Options).RecogniseAsync(task, null, CancellationToken.None);

        Assert.Null(findings);
        Assert.Equal(
            new JobFailure(FailureReason.EngineMissing, "The text cannot be read: not every language of eng+xyz is there"),
            outcome.Failure);
    }

    [Fact]
    public async Task Without_Tesseract_it_says_so()
    {
        await using var rig = await RecognitionRig.StartAsync();
        var recogniser = rig.Text(new TagOptions { TesseractPath = "/nonexistent/tesseract" });

        Assert.Contains(
            "No usable tesseract was found. Tried /nonexistent/tesseract",
            await recogniser.FindProblemAsync(CancellationToken.None),
            StringComparison.Ordinal);
    }

    private static Task<TagTask> FilmAsync(RecognitionRig rig) => rig.MakeAsync(
        "text.mp4",
        "-loop", "1", "-t", "4", "-r", "5", "-i", Drawn("first"), "-loop", "1", "-t", "4", "-r", "5", "-i", Drawn("second"),
        "-filter_complex", "[0][1]concat=n=2,format=yuv420p", "-c:v", "libx264");

    private static string Drawn(string name) =>
        RepositoryRoot.Combine("tests", "MediaInfo.Probing.Tests", "Recognition", "Text", $"{name}.png");
}
