namespace MediaInfo.Probing.Reading;

/// <summary>Consecutive bytes of an object, filled from the front. Filled bytes never change.</summary>
internal sealed class Block(string key, long offset, int capacity)
{
    private readonly byte[] _buffer = new byte[capacity];
    private int _length;

    /// <summary>The object's key.</summary>
    public string Key => key;

    /// <summary>The first byte's offset in the object.</summary>
    public long Offset => offset;

    /// <summary>How many bytes it can hold. It occupies that much memory.</summary>
    public int Capacity => _buffer.Length;

    /// <summary>The part that is not yet filled.</summary>
    public Memory<byte> Free => _buffer.AsMemory(_length);

    /// <summary>Marks the next bytes as filled.</summary>
    public void Filled(int bytes) => Volatile.Write(ref _length, _length + bytes);

    /// <summary>The filled bytes from a position in the object; empty if it lies outside.</summary>
    public ReadOnlyMemory<byte> From(long place)
    {
        var length = Volatile.Read(ref _length);
        return place >= offset && place < offset + length
            ? _buffer.AsMemory((int)(place - offset), (int)(offset + length - place))
            : default;
    }
}
