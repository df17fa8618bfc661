using System.Buffers.Binary;
using System.Text;
using MediaInfo.Core.Jobs;
using MediaInfo.Probing.Recognition.Speech;

namespace MediaInfo.Probing.Tests.Recognition.Speech;

public sealed class WavePartsTests
{
    private const int TenMinutes = 600 * 32_000;

    [Theory]
    [InlineData(0, new double[0])]
    [InlineData(1, new double[0])]
    [InlineData(32_000, new double[] { 0, 1 })]
    [InlineData(TenMinutes, new double[] { 0, 600 })]
    [InlineData(TenMinutes + 16_000, new double[] { 0, 600, 600, 600.5 })]
    public async Task Sound_is_cut_every_ten_minutes(int bytes, double[] edges)
    {
        var seen = new List<double>();

        var failure = await WaveParts.ReadAsync(
            new MemoryStream(new byte[bytes]),
            (part, _) =>
            {
                seen.AddRange([part.From, part.To]);
                return Task.FromResult<JobFailure?>(null);
            },
            CancellationToken.None);

        Assert.Null(failure);
        Assert.Equal(edges, seen);
    }

    [Fact]
    public async Task A_part_is_a_whole_WAV_file()
    {
        byte[] file = [];

        await WaveParts.ReadAsync(
            new MemoryStream([1, 0, 2, 0, 3]),
            (part, _) =>
            {
                file = part.Wave.ToArray();
                return Task.FromResult<JobFailure?>(null);
            },
            CancellationToken.None);

        Assert.Equal(48, file.Length);
        Assert.Equal("RIFF", Encoding.ASCII.GetString(file, 0, 4));
        Assert.Equal(40, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)));
        Assert.Equal("WAVEfmt ", Encoding.ASCII.GetString(file, 8, 8));
        Assert.Equal(16_000, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(24)));
        Assert.Equal(4, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(40)));
        Assert.Equal([1, 0, 2, 0], file[44..]);
    }

    [Fact]
    public async Task A_part_that_cannot_be_stored_ends_the_read()
    {
        var refusal = new JobFailure(FailureReason.Internal, "No room");
        var calls = 0;

        var failure = await WaveParts.ReadAsync(
            new MemoryStream(new byte[TenMinutes + 2]),
            (_, _) =>
            {
                calls++;
                return Task.FromResult<JobFailure?>(refusal);
            },
            CancellationToken.None);

        Assert.Same(refusal, failure);
        Assert.Equal(1, calls);
    }
}
