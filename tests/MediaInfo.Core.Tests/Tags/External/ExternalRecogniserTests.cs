using System.Text.Json;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Tags.External;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using NSubstitute;

namespace MediaInfo.Core.Tests.Tags.External;

public sealed class ExternalRecogniserTests
{
    private static readonly TagOptions Options = new()
    {
        Url = "https://example.com/",
        Key = "secret",
        FrameInterval = TimeSpan.FromSeconds(2),
        WithSound = true,
        Calls = 1,
    };

    private readonly IFrameReader _frames = Substitute.For<IFrameReader>();
    private readonly ISoundReader _sound = Substitute.For<ISoundReader>();
    private readonly IObjectWriter _writer = Substitute.For<IObjectWriter>();
    private readonly IObjectLinks _links = Substitute.For<IObjectLinks>();
    private readonly ScriptedPost _post = new(ScriptedPost.Ok("""{"Results":[{"Type":"VideoLabel","Data":{"tags":[]}}]}"""));

    public ExternalRecogniserTests()
    {
        _frames.FindProblemAsync(default).ReturnsForAnyArgs((string?)null);
        _sound.FindProblemAsync(default).ReturnsForAnyArgs((string?)null);
        _writer.WriteAsync(default!, default, default!, default!, default).ReturnsForAnyArgs(ObjectWriteStatus.Written);
        _links.SignAsync(default!, default, default).ReturnsForAnyArgs(call =>
            MaySign ? new Uri($"https://files.example.com/{call.Arg<ObjectRef>().Key}?signed") : null);
        _frames.ReadAsync(default!, default!, default!, default!, default!, default, default).ReturnsForAnyArgs(call =>
            KeepAsync(call.Arg<Func<MadePicture, CancellationToken, Task<JobFailure?>>>(), call.Arg<FrameOrder>()));
        _sound.ReadAsync(default!, default!, default, default).ReturnsForAnyArgs(call =>
            HearAsync(call.Arg<Func<SoundPart, CancellationToken, Task<JobFailure?>>>()));
    }

    private bool MaySign { get; set; } = true;

    private string SoundVersion { get; set; } = "1";

    [Fact]
    public async Task It_is_told_signed_addresses_and_what_the_caller_said()
    {
        var (findings, outcome) = await RecogniseAsync(Film());

        Assert.Null(outcome.Failure);
        Assert.Equal("VideoLabel", Assert.Single(findings!.Results).Type);
        Assert.Equal((new ProbeUsage(3, 30, 300), "1"), (findings.Usage, findings.ETag));
        Assert.Equal(
            JsonSerializer.Serialize(JsonElement.Parse("""
                {"JobId":"job-1","Account":"100",
                 "Frames":[{"Time":0,"Width":640,"Height":360,"Url":"https://files.example.com/100/job-1/external/frames/00001.jpg?signed"},
                           {"Time":2,"Width":640,"Height":360,"Url":"https://files.example.com/100/job-1/external/frames/00002.jpg?signed"}],
                 "Sound":[{"From":0,"To":3,"Url":"https://files.example.com/100/job-1/external/sound/00001.wav?signed"}],
                 "Title":"A title","Parameters":{"a":[1]},"Duration":3,"Width":640,"Height":360}
                """)),
            JsonSerializer.Serialize(JsonElement.Parse(Assert.Single(_post.Calls).Body)));
    }

    [Fact]
    public async Task Sound_is_given_only_where_the_settings_ask_for_it()
    {
        await RecogniseAsync(Film(), Options with { WithSound = false });

        Assert.Contains("\"Sound\":[]", Assert.Single(_post.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_without_a_picture_has_no_frames()
    {
        await RecogniseAsync(Film() with { VideoStreams = [] });

        Assert.Contains("\"Frames\":[]", Assert.Single(_post.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_stored_fails_the_job()
    {
        _writer.WriteAsync(default!, default, default!, default!, default).ReturnsForAnyArgs(ObjectWriteStatus.Denied);

        var (findings, outcome) = await RecogniseAsync(Film());

        Assert.Null(findings);
        Assert.Equal(FailureReason.OutputDenied, outcome.Failure?.Reason);
        Assert.Empty(_post.Calls);
    }

    [Fact]
    public async Task An_object_that_changes_meanwhile_fails_the_job()
    {
        SoundVersion = "2";

        var (_, outcome) = await RecogniseAsync(Film());

        Assert.Equal(FailureReason.ObjectChanged, outcome.Failure?.Reason);
        Assert.Empty(_post.Calls);
    }

    [Fact]
    public async Task A_service_that_may_not_sign_says_so()
    {
        MaySign = false;

        Assert.Equal(
            "this service may not sign addresses of its files",
            await Recogniser(Options).FindProblemAsync(CancellationToken.None));
        Assert.Equal(FailureReason.RecogniserFailed, (await RecogniseAsync(Film())).Outcome.Failure?.Reason);
        Assert.Empty(_post.Calls);
    }

    [Fact]
    public async Task What_is_missing_is_told_in_words()
    {
        Assert.Null(await Recogniser(Options).FindProblemAsync(CancellationToken.None));
        Assert.Equal(
            "no recogniser of your own is set (Tags:Url)",
            await Recogniser(new TagOptions()).FindProblemAsync(CancellationToken.None));
        _frames.FindProblemAsync(default).ReturnsForAnyArgs("no ffmpeg");
        Assert.Equal("no ffmpeg", await Recogniser(Options).FindProblemAsync(CancellationToken.None));
    }

    private ExternalRecogniser Recogniser(TagOptions options) => new(
        new MaterialMaker(
            _frames, _sound, new JobFiles(_writer, new InMemoryObjectStore()), options),
        new RecogniserCalls(_post, options, new ManualTimeProvider()),
        _links,
        options);

    private Task<Reading<TagFindings>> RecogniseAsync(MediaDescription media, TagOptions? options = null) =>
        Recogniser(options ?? Options).RecogniseAsync(
            new TagTask(
                new JobKey("100", "job-1"),
                new ObjectRef("bucket", "film.mp4"),
                media,
                new TagWork([RecogniserKind.External]) { Title = "A title", Parameters = """{"a":[1]}""" }),
            progress: null,
            CancellationToken.None);

    private static MediaDescription Film() => new()
    {
        Container = new ContainerDescription { FormatName = "mov,mp4,m4a,3gp,3g2,mj2", Duration = 3 },
        VideoStreams = [new VideoStream { Index = 0, Width = 640, Height = 360 }],
        AudioStreams = [new AudioStream { Index = 1 }],
    };

    private static async Task<StepOutcome> KeepAsync(
        Func<MadePicture, CancellationToken, Task<JobFailure?>> keep, FrameOrder order)
    {
        Assert.Equal((2, 640, PictureFormat.Jpeg), (order.Count, order.Width, order.Format));
        var failure = await keep(new MadePicture(1, new byte[] { 1 }, 640, 360, [0]), CancellationToken.None)
            ?? await keep(new MadePicture(2, new byte[] { 2 }, 640, 360, [2]), CancellationToken.None);
        return new StepOutcome(failure, new ProbeUsage(1, 10, 100)) { ETag = "1" };
    }

    // The first ffmpeg crashed, and another one began again.
    private async Task<StepOutcome> HearAsync(Func<SoundPart, CancellationToken, Task<JobFailure?>> keep)
    {
        var failure = await keep(new SoundPart(1, 0, 3, new byte[] { 1 }), CancellationToken.None)
            ?? await keep(new SoundPart(1, 0, 3, new byte[] { 1 }), CancellationToken.None);
        return new StepOutcome(failure, new ProbeUsage(2, 20, 200)) { ETag = SoundVersion };
    }
}
