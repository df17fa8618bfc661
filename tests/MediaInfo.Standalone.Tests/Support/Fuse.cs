namespace MediaInfo.Standalone.Tests.Support;

/// <summary>Lets calls fail as they do when storage cannot be reached.</summary>
public sealed class Fuse
{
    private int _left;

    /// <summary>Fails so many calls from now on.</summary>
    public void Blow(int calls) => Volatile.Write(ref _left, calls);

    /// <summary>Called first by whatever may fail.</summary>
    public void Pass()
    {
        if (Volatile.Read(ref _left) > 0 && Interlocked.Decrement(ref _left) >= 0)
        {
            throw new IOException("Storage is away");
        }
    }
}
