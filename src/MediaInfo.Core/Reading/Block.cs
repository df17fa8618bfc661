namespace MediaInfo.Core.Reading;

/// <summary>Consecutive bytes of an object, filled from the front. What is filled never changes.</summary>
internal sealed class Block(string key, long offset, int capacity)
{
    private readonly byte[] _buffer = new byte[capacity];
    private int _length;

    /// <summary>The object's key.</summary>
    public string Key => key;

    /// <summary>Where in the object the first byte stands.</summary>
    public long Offset => offset;

    /// <summary>How many bytes it can hold, and occupies.</summary>
    public int Capacity => _buffer.Length;

    /// <summary>The part that is not filled yet.</summary>
    public Memory<byte> Free => _buffer.AsMemory(_length);

    /// <summary>Declares the next bytes filled.</summary>
    public void Filled(int bytes) => Volatile.Write(ref _length, _length + bytes);

    /// <summary>The filled bytes from a place of the object on; empty when it lies outside.</summary>
    public ReadOnlyMemory<byte> From(long place)
    {
        var length = Volatile.Read(ref _length);
        return place >= offset && place < offset + length ? _buffer.AsMemory((int)(place - offset), (int)(offset + length - place)) : default;
    }
}
