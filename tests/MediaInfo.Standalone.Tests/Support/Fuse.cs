namespace MediaInfo.Standalone.Tests.Support;

/// <summary>Makes calls fail as if storage were unreachable.</summary>
public sealed class Fuse
{
    private int _left;

    /// <summary>Fails that many calls from now on.</summary>
    public void Blow(int calls) => Volatile.Write(ref _left, calls);

    /// <summary>Throws if this call must fail.</summary>
    public void Pass()
    {
        if (Volatile.Read(ref _left) > 0 && Interlocked.Decrement(ref _left) >= 0)
        {
            throw new IOException("Storage is away");
        }
    }
}
