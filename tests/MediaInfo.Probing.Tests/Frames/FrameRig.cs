using System.Diagnostics;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Frames;
using MediaInfo.Probing.Reading;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport.Jobs;

namespace MediaInfo.Probing.Tests.Frames;

/// <summary>The real frame reader, with the real ffprobe and ffmpeg, over objects in memory.</summary>
public sealed class FrameRig : IAsyncLifetime, IAsyncDisposable
{
    public const string Bucket = FfprobeRig.Bucket;

    private readonly FfprobeRig _ffprobe = new();
    private readonly FfmpegRig _ffmpeg;

    public FrameRig()
        : this(new FfmpegRig())
    {
    }

    private FrameRig(FfmpegRig ffmpeg) => _ffmpeg = ffmpeg;

    /// <summary>The rig around another ffmpeg.</summary>
    public static FrameRig Of(string ffmpeg) => new(FfmpegRig.Of(ffmpeg));

    public async Task InitializeAsync()
    {
        await _ffprobe.InitializeAsync();
        await _ffmpeg.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _ffprobe.DisposeAsync();
        await _ffmpeg.DisposeAsync();
    }

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());

    /// <summary>Describes an object and carries out an order on it.</summary>
    public async Task<ReadFrames> ReadAsync(
        IObjectStore store,
        string key,
        FrameOrder order,
        FrameOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var media = await DescribeAsync(store, key);
        return await ReadAsync(store, key, media, order, options, cancellationToken);
    }

    /// <summary>Describes an object.</summary>
    public async Task<MediaDescription> DescribeAsync(IObjectStore store, string key) =>
        (await _ffprobe.DescribeAsync(store, key)).Description ?? throw new InvalidOperationException("It is not media");

    /// <summary>Carries out an order on an object that was described before.</summary>
    public async Task<ReadFrames> ReadAsync(
        IObjectStore store,
        string key,
        MediaDescription media,
        FrameOrder order,
        FrameOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var probe = new ProbeOptions();
        var limits = options ?? new FrameOptions();
        var reader = new FrameReader(
            new JobReads(store, new CacheMemory(probe), probe, TimeProvider.System),
            _ffmpeg.Runner(limits),
            new HiddenStreams(_ffprobe.Runner(probe), probe),
            limits);
        var pictures = new List<MadePicture>();
        var shares = new List<double>();
        var outcome = await reader.ReadAsync(
            TestJobs.Key(),
            new ObjectRef(Bucket, key),
            media,
            order,
            (picture, _) =>
            {
                pictures.Add(picture);
                return Task.FromResult<JobFailure?>(null);
            },
            new Shares(shares),
            cancellationToken);
        return new ReadFrames(pictures, outcome, shares);
    }

    /// <summary>Makes a clip with ffmpeg, which writes it to a file.</summary>
    /// <param name="arguments">Its arguments, between spaces, but for the file.</param>
    /// <param name="extension">The file's extension.</param>
    public async Task<byte[]> MakeAsync(string arguments, string extension)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.{extension}");
        try
        {
            await RunAsync(await _ffmpeg.PathAsync(), $"-y {arguments} {file}");
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The grey levels of a picture in a size, by ffmpeg.</summary>
    public async Task<byte[]> GreyAsync(ReadOnlyMemory<byte> picture, int width, int height) =>
        await RunAsync(
            await _ffmpeg.PathAsync(),
            $"-f image2pipe -i pipe:0 -vf scale={width}:{height}:flags=area,format=gray -frames:v 1 -f rawvideo pipe:1",
            picture);

    /// <summary>The colours of a picture, three bytes for each pixel, by ffmpeg.</summary>
    public async Task<byte[]> PixelsAsync(ReadOnlyMemory<byte> picture)
    {
        // Old versions read WebP only from a file.
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}{(picture.Span[0] == 'R' ? ".webp" : ".img")}");
        await File.WriteAllBytesAsync(file, picture);
        try
        {
            return await RunAsync(await _ffmpeg.PathAsync(), $"-i {file} -frames:v 1 -pix_fmt rgb24 -f rawvideo pipe:1");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<byte[]> RunAsync(string ffmpeg, string arguments, ReadOnlyMemory<byte> input = default)
    {
        var start = new ProcessStartInfo(
            ffmpeg, ["-hide_banner", "-loglevel", "error", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var child = Process.Start(start)!;
        using var output = new MemoryStream();
        var reading = child.StandardOutput.BaseStream.CopyToAsync(output);
        await child.StandardInput.BaseStream.WriteAsync(input);
        child.StandardInput.Close();
        await reading;
        await child.WaitForExitAsync();
        Assert.Equal(0, child.ExitCode);
        return output.ToArray();
    }

    private sealed class Shares(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
