using MediaInfo.Core.Analysis;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Health;
using MediaInfo.Core.Tags;
using MediaInfo.Probing.Frames;
using MediaInfo.Probing.HeadStarts;
using MediaInfo.Probing.ObjectProxy;
using MediaInfo.Probing.Packets;
using MediaInfo.Probing.Playlists;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.Probing.Reading;
using MediaInfo.Probing.Recognition;
using MediaInfo.Probing.Recognition.Chapters;
using MediaInfo.Probing.Recognition.Speech;
using MediaInfo.Probing.Recognition.Text;
using MediaInfo.Probing.SelfTest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Probing;

/// <summary>Registers everything that reads media objects.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds the media reader, ffprobe's processes and the object proxy. The caller adds the clock and the object store.
    /// </summary>
    public static IServiceCollection AddMediaInfoProbing(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<ProbeOptions>(configuration, "Probe")
            .AddSandbox()
            .AddFfprobe()
            .AddObjectProxy()
            .AddReader();

    /// <summary>Adds the frame reader and ffmpeg's processes to <see cref="AddMediaInfoProbing"/>.</summary>
    public static IServiceCollection AddMediaInfoFrames(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<FrameOptions>(configuration, "Frames")
            .AddFfmpeg();

    /// <summary>Adds the recognisers that run ffmpeg, Tesseract and Whisper to <see cref="AddMediaInfoFrames"/>.</summary>
    public static IServiceCollection AddMediaInfoRecognisers(this IServiceCollection services) => services
        .AddEngine(
            TextEngine.Name,
            all => TextEngine.Of(all.GetRequiredService<TagOptions>()),
            (all, child) => ActivatorUtilities.CreateInstance<TextSelfTest>(all, child))
        .AddEngine(
            SpeechEngine.Name,
            all => SpeechEngine.Of(all.GetRequiredService<TagOptions>()),
            (all, child) => ActivatorUtilities.CreateInstance<SpeechSelfTest>(all, child))
        .AddSingleton<ChapterDetector>()
        .AddSingleton<FrameText>()
        .AddSingleton<SoundDecoder>()
        .AddSingleton<ISoundReader, SoundReader>()
        .AddSingleton<IRecogniser, ChapterRecogniser>()
        .AddSingleton<IRecogniser, TextRecogniser>()
        .AddSingleton<IRecogniser, SpeechRecogniser>()
        .AddSingleton<IReadiness, RecogniserReadiness>();

    private static IServiceCollection AddSandbox(this IServiceCollection services) => services
        .AddSingleton<OrphanGuard>()
        .AddSingleton(_ => SandboxSupport.OfThisKernel)
        .AddSingleton<ChildSandbox>()
        .AddSingleton<IReadiness, SandboxReadiness>()
        .AddHostedService<SandboxAtStart>();

    private static IServiceCollection AddFfprobe(this IServiceCollection services) => services
        .AddTool(
            Tool.FfprobeName,
            all => Tool.Ffprobe(all.GetRequiredService<ProbeOptions>()),
            (all, child) => ActivatorUtilities.CreateInstance<FfprobeSelfTest>(all, child))
        .AddSingleton<ProbeRunner>();

    private static IServiceCollection AddFfmpeg(this IServiceCollection services) => services
        .AddTool(
            Tool.FfmpegName,
            all => Tool.Ffmpeg(all.GetRequiredService<FrameOptions>()),
            (all, child) => ActivatorUtilities.CreateInstance<FfmpegSelfTest>(all, child),
            "pictures of frames and most tags")
        .AddSingleton<HiddenStreams>()
        .AddSingleton<IFrameReader, FrameReader>();

    private static IServiceCollection AddObjectProxy(this IServiceCollection services) => services
        .AddSingleton<ObjectUrl>()
        .AddSingleton<LoopbackObjectProxy>()
        .AddSingleton<IObjectProxy>(provider => provider.GetRequiredService<LoopbackObjectProxy>())
        .AddHostedService(provider => provider.GetRequiredService<LoopbackObjectProxy>());

    private static IServiceCollection AddReader(this IServiceCollection services) => services
        .AddSingleton<CacheMemory>()
        .AddSingleton<JobReads>()
        .AddSingleton<HeadStart>()
        .AddSingleton<PlaylistReader>()
        .AddSingleton<ObjectDescriber>()
        .AddSingleton<MediaProber>()
        .AddSingleton<ObjectDigest>()
        .AddSingleton<PacketCounter>()
        .AddSingleton<RecentReadings>()
        .AddSingleton<IMediaReader, MediaReader>();
}
