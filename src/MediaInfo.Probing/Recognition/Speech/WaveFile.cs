using System.Buffers.Binary;

namespace MediaInfo.Probing.Recognition.Speech;

/// <summary>The sound that recognisers take: 16,000 samples a second, one channel, 16 bits, little endian.</summary>
public static class WaveFile
{
    /// <summary>Samples in a second.</summary>
    public const int Rate = 16_000;

    /// <summary>Bytes in a second.</summary>
    public const int BytesPerSecond = Rate * Sample;

    /// <summary>The size of the header.</summary>
    public const int HeaderSize = 44;

    private const int Sample = 2;
    private const int Pcm = 1;

    /// <summary>Writes the header of a WAV file (RIFF, Multimedia Programming Interface 1.0).</summary>
    /// <param name="file">The file, with its samples behind the header.</param>
    public static void WriteHeader(Span<byte> file)
    {
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(file[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(file[20..], Pcm);
        BinaryPrimitives.WriteInt16LittleEndian(file[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(file[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(file[28..], BytesPerSecond);
        BinaryPrimitives.WriteInt16LittleEndian(file[32..], Sample);
        BinaryPrimitives.WriteInt16LittleEndian(file[34..], Sample * 8);
        "data"u8.CopyTo(file[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[40..], file.Length - HeaderSize);
    }
}
