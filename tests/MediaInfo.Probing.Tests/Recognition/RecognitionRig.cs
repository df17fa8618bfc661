using System.Diagnostics;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Tags;
using MediaInfo.Probing.Frames;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.Probing.Reading;
using MediaInfo.Probing.Recognition.Chapters;
using MediaInfo.Probing.Recognition.Speech;
using MediaInfo.Probing.Recognition.Text;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Probing.Tests.Recognition;

/// <summary>The real recognisers, with the real programs, over objects in memory.</summary>
internal sealed class RecognitionRig : IAsyncDisposable
{
    private readonly FfprobeRig _ffprobe = new();
    private readonly FfmpegRig _ffmpeg;
    private readonly OrphanGuard _orphans = new(NullLogger<OrphanGuard>.Instance);
    private readonly List<IDisposable> _binaries = [];
    private readonly JobReads _reads;
    private readonly Dictionary<string, byte[]> _made = new(StringComparer.Ordinal);
    private readonly DirectoryInfo _scripts = Directory.CreateTempSubdirectory("mediainfo-test-");

    private RecognitionRig(string ffmpeg)
    {
        _ffmpeg = FfmpegRig.Of(ffmpeg);
        _reads = new JobReads(Store, new CacheMemory(Reading), Reading, TimeProvider.System);
    }

    public ProxyStore Store { get; } = new();

    public WrittenFiles Files { get; } = new();

    private static ProbeOptions Reading { get; } = new();

    public static async Task<RecognitionRig> StartAsync(string? ffmpeg = null)
    {
        var rig = new RecognitionRig(ffmpeg ?? RepositoryTools.Ffmpeg);
        await rig._ffprobe.InitializeAsync();
        await rig._ffmpeg.InitializeAsync();
        return rig;
    }

    public async ValueTask DisposeAsync()
    {
        _binaries.ForEach(binary => binary.Dispose());
        _orphans.Dispose();
        _scripts.Delete(recursive: true);
        await _ffprobe.DisposeAsync();
        await _ffmpeg.DisposeAsync();
    }

    public ChapterRecogniser Chapters(TagOptions options) => new(
        new ChapterDetector(_ffmpeg.Runner(), _reads, new AnalysisOptions()), Frames(), Own(), options);

    public TextRecogniser Text(TagOptions options)
    {
        var process = Process(TextEngine.Of(options), child => new TextSelfTest(child, options));
        var text = new FrameText(process, options);
        return new TextRecogniser(Frames(), text, options, new AnalysisOptions(), TimeProvider.System);
    }

    public SpeechRecogniser Speech(TagOptions options) => new(
        Sound(), Process(SpeechEngine.Of(options), child => new SpeechSelfTest(child, options)), options);

    public SoundDecoder Sound() => new(_ffmpeg.Runner(), _reads);

    /// <summary>Writes a script that stands for a program.</summary>
    public Task<string> WriteAsync(string body) => TestScript.WriteAsync(Path.Combine(_scripts.FullName, "script"), body);

    /// <summary>Makes a clip with ffmpeg, stores it, and describes it.</summary>
    /// <param name="key">Its key, with an extension.</param>
    /// <param name="arguments">ffmpeg's arguments, but for the file.</param>
    public async Task<TagTask> MakeAsync(string key, params string[] arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}{Path.GetExtension(key)}");
        try
        {
            var start = new ProcessStartInfo(await _ffmpeg.PathAsync(), ["-v", "error", "-nostdin", .. arguments, file]);
            using var ffmpeg = System.Diagnostics.Process.Start(start)!;
            await ffmpeg.WaitForExitAsync();
            Assert.Equal(0, ffmpeg.ExitCode);
            _made[key] = await System.IO.File.ReadAllBytesAsync(file);
            Store.Put(new ObjectRef(FfprobeRig.Bucket, key), _made[key]);
        }
        finally
        {
            System.IO.File.Delete(file);
        }

        var media = (await _ffprobe.DescribeAsync(Store, key)).Description;
        Assert.NotNull(media);
        return Task(key, media);
    }

    /// <summary>A copy of the clip that was made for a task.</summary>
    public byte[] File(TagTask task) => [.. _made[task.Source.Key]];

    public static TagTask Task(string key, MediaDescription media, string? parameters = null) => new(
        TestJobs.Key(),
        new ObjectRef(FfprobeRig.Bucket, key),
        media,
        new TagWork([RecogniserKind.Chapters]) { Parameters = parameters });

    private FrameReader Frames()
    {
        var limits = new FrameOptions();
        return new FrameReader(_reads, _ffmpeg.Runner(limits), new HiddenStreams(_ffprobe.Runner(Reading), Reading), limits);
    }

    private JobFiles Own() => new(Files, Store);

    private ToolProcess Process(Tool tool, Func<ToolChild, IToolTrial> trial)
    {
        var child = new ToolChild(
            tool, _orphans, new ChildSandbox(Reading, SandboxSupport.OfThisKernel), TimeProvider.System);
        var binary = new ToolBinary(tool, child, trial(child), TimeProvider.System);
        _binaries.Add(binary);
        return new ToolProcess(binary, child, NullLogger<ToolProcess>.Instance);
    }
}
