using System.Text.Json;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;
using MediaInfo.Probing.Packets;

namespace MediaInfo.Probing.Tests.Packets;

/// <summary>A file whose packets a test makes up, in milliseconds.</summary>
internal sealed class PacketTimes(string format, params string[] types)
{
    private readonly BitRateTally _tally = new(FfprobeReport.Parse(JsonSerializer.SerializeToUtf8Bytes(new
    {
        format = new { format_name = format },
        streams = types.Select((codec_type, index) => new { index, codec_type, time_base = "1/1000", start_time = "0.000000" }),
    }))!);

    public BitRateProfile Profile => _tally.Total();

    /// <summary>Packets of 40 ms and 10 bytes, one after another, from a time on; each is a key frame.</summary>
    public PacketTimes Run(int stream, long from, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Add(stream, from + (i * 40L));
        }

        return this;
    }

    public PacketTimes Add(int stream, long? time, long bytes = 10, long? duration = 40) =>
        Add(new PacketLine(stream, time, time, duration, bytes, IsKey: true));

    public PacketTimes Add(PacketLine packet)
    {
        _tally.Add(packet);
        return this;
    }
}
