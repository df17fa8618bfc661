namespace MediaInfo.TestSupport.Memory;

/// <summary>Makes the calls of a port fail as if storage were unreachable.</summary>
public sealed class Outage
{
    private int _left;

    /// <summary>Makes the given number of calls fail from now on.</summary>
    public void Begin(int calls = int.MaxValue) => Volatile.Write(ref _left, calls);

    /// <summary>Lets every call succeed again.</summary>
    public void End() => Volatile.Write(ref _left, 0);

    /// <summary>Called by a port before each operation.</summary>
    /// <exception cref="IOException">Storage is unreachable.</exception>
    public void Pass()
    {
        if (Interlocked.Decrement(ref _left) >= 0)
        {
            throw new IOException("Storage is away");
        }

        Volatile.Write(ref _left, 0);
    }
}
