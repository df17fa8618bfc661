namespace MediaInfo.TestSupport.Memory;

/// <summary>Makes the calls of a port fail as they do when storage cannot be reached.</summary>
public sealed class Outage
{
    private int _left;

    /// <summary>Lets so many calls fail from now on.</summary>
    public void Begin(int calls = int.MaxValue) => Volatile.Write(ref _left, calls);

    /// <summary>Lets every call pass again.</summary>
    public void End() => Volatile.Write(ref _left, 0);

    /// <summary>Called by a port before it does anything.</summary>
    /// <exception cref="IOException">Storage is away.</exception>
    public void Pass()
    {
        if (Interlocked.Decrement(ref _left) >= 0)
        {
            throw new IOException("Storage is away");
        }

        Volatile.Write(ref _left, 0);
    }
}
