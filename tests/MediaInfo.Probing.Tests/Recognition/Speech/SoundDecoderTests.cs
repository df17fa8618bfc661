using MediaInfo.Core.Jobs;
using MediaInfo.Probing.Recognition.Speech;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Recognition.Speech;

public sealed class SoundDecoderTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Ffmpegs => FfmpegData.All;

    [Theory]
    [MemberData(nameof(Ffmpegs))]
    public async Task Sound_becomes_samples_at_their_times(string ffmpeg)
    {
        await using var rig = await RecognitionRig.StartAsync(ffmpeg);

        // The sound begins two seconds after the picture.
        var task = await rig.MakeAsync(
            "late.mkv",
            "-f", "lavfi", "-i", "testsrc=s=160x120:r=10:d=5", "-itsoffset", "2", "-f", "lavfi", "-i", "sine=d=3:r=48000",
            "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "pcm_s16le");
        using var kept = new MemoryStream();
        var told = new ToldShares();

        var outcome = await rig.Sound().ReadAsync(
            task,
            Limit,
            async (samples, token) =>
            {
                await samples.CopyToAsync(kept, token);
                return null;
            },
            told,
            CancellationToken.None);

        Assert.Null(outcome.Failure);
        Assert.InRange(kept.Length, (5 * WaveFile.BytesPerSecond) - 3200, (5 * WaveFile.BytesPerSecond) + 3200);
        var samples = kept.ToArray();
        Assert.All(samples[..(WaveFile.BytesPerSecond * 19 / 10)], sample => Assert.Equal(0, sample));
        Assert.Contains(samples[(WaveFile.BytesPerSecond * 2)..(WaveFile.BytesPerSecond * 3)], sample => sample != 0);
        Assert.InRange(told.Seen[^1], 0.98, 1);
    }

    [Fact]
    public async Task Whoever_has_enough_ends_it()
    {
        await using var rig = await RecognitionRig.StartAsync();
        var task = await rig.MakeAsync("long.mp3", "-f", "lavfi", "-i", "sine=d=600");
        var refusal = new JobFailure(FailureReason.RecogniserFailed, "Enough");

        var outcome = await rig.Sound()
            .ReadAsync(task, Limit, (_, _) => Task.FromResult<JobFailure?>(refusal), null, CancellationToken.None)
            .SoonAsync();

        Assert.Same(refusal, outcome.Failure);
    }

    [Fact]
    public async Task A_fault_of_whoever_takes_it_is_passed_on()
    {
        await using var rig = await RecognitionRig.StartAsync();
        var task = await rig.MakeAsync("long.mp3", "-f", "lavfi", "-i", "sine=d=600");

        await Assert.ThrowsAsync<IOException>(() => rig.Sound()
            .ReadAsync(task, Limit, (_, _) => throw new IOException("no storage"), null, CancellationToken.None)
            .SoonAsync());
    }
}
