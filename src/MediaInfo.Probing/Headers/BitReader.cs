namespace MediaInfo.Probing.Headers;

/// <summary>Reads bits, the highest first. Past the end it reads zeros.</summary>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>Reads a number of at most 32 bits.</summary>
    internal uint Read(int bits)
    {
        var number = 0u;
        for (var i = 0; i < bits; i++, _at++)
        {
            var part = _at / 8 < _bytes.Length ? _bytes[_at / 8] : 0;
            number = (number << 1) | ((uint)(part >> (7 - (_at % 8))) & 1);
        }

        return number;
    }
}
