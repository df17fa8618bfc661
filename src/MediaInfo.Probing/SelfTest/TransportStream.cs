namespace MediaInfo.Probing.SelfTest;

/// <summary>Writes an MPEG transport stream (ISO/IEC 13818-1) packet by packet.</summary>
public sealed class TransportStream
{
    private const int PacketSize = 188;
    private const int HeadSize = 4;
    private const byte Sync = 0x47;
    private const uint Polynomial = 0x04C11DB7;

    private readonly List<byte> _bytes = [];
    private readonly Dictionary<int, int> _counters = [];

    /// <summary>All packets so far.</summary>
    public byte[] ToArray() => [.. _bytes];

    /// <summary>Adds a table section that fits in one packet: header, length, body and checksum.</summary>
    public void AddSection(int pid, byte table, byte[] body)
    {
        const int checksumSize = 4;
        var length = body.Length + checksumSize;
        byte[] section = [table, (byte)(0xB0 | (length >> 8)), (byte)length, .. body];
        var checksum = Checksum(section);
        byte[] payload = [0, .. section, (byte)(checksum >> 24), (byte)(checksum >> 16), (byte)(checksum >> 8), (byte)checksum];
        var stuffed = Enumerable.Repeat((byte)0xFF, PacketSize - HeadSize).ToArray();
        payload.CopyTo(stuffed, 0);
        AddPacket(pid, [], stuffed);
    }

    /// <summary>Adds an elementary stream's unit that fits in one packet.</summary>
    public void AddUnit(int pid, byte[] unit)
    {
        // Remaining space goes into the adaptation field, whose first byte is the length of the rest.
        var space = PacketSize - HeadSize - unit.Length;
        var field = Enumerable.Repeat((byte)0xFF, space).ToArray();
        field[0] = (byte)(space - 1);
        if (space > 1)
        {
            field[1] = 0;
        }

        AddPacket(pid, field, unit);
    }

    private void AddPacket(int pid, byte[] field, byte[] payload)
    {
        var counter = _counters[pid] = _counters.GetValueOrDefault(pid, -1) + 1;
        _bytes.AddRange(Sync, (byte)(0x40 | (pid >> 8)), (byte)pid, (byte)((field.Length > 0 ? 0x30 : 0x10) | (counter & 0x0F)));
        _bytes.AddRange(field);
        _bytes.AddRange(payload);
    }

    // CRC-32/MPEG-2 (ISO/IEC 13818-1, annex A).
    private static uint Checksum(byte[] section)
    {
        var checksum = uint.MaxValue;
        foreach (var octet in section)
        {
            checksum ^= (uint)octet << 24;
            for (var bit = 0; bit < 8; bit++)
            {
                checksum = (checksum & 0x80000000) == 0 ? checksum << 1 : (checksum << 1) ^ Polynomial;
            }
        }

        return checksum;
    }
}
