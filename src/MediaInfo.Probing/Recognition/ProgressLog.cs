using System.Buffers.Text;

namespace MediaInfo.Probing.Recognition;

/// <summary>Reads what ffmpeg prints for "-progress": lines such as "frame=750" and "out_time_us=30000181".</summary>
/// <param name="duration">The length of the object in seconds; 0 if unknown.</param>
/// <param name="progress">Told the share that is done, 0 to 1; null for none.</param>
public sealed class ProgressLog(double duration, IProgress<double>? progress)
{
    private const double Microseconds = 1_000_000;

    /// <summary>How far ffmpeg has come, in seconds from the object's beginning.</summary>
    public double Time { get; private set; }

    /// <summary>Whether ffmpeg has decoded anything. It exits with 0 even where it could decode nothing.</summary>
    public bool HasDecoded { get; private set; }

    /// <summary>Reads the next line.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        HasDecoded |= line.StartsWith("frame="u8)
            && Utf8Parser.TryParse(line["frame=".Length..].TrimStart((byte)' '), out long frames, out _)
            && frames > 0;
        if (line.StartsWith("out_time_us="u8)
            && Utf8Parser.TryParse(line["out_time_us=".Length..], out long time, out _)
            && time > 0)
        {
            HasDecoded = true;
            Time = Math.Max(Time, time / Microseconds);
            if (duration > 0)
            {
                progress?.Report(Math.Min(Time / duration, 1));
            }
        }
    }
}
