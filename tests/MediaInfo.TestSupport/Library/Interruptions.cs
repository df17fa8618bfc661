namespace MediaInfo.TestSupport.Library;

/// <summary>Fails one write that a test selects, as a crash or a storage outage would.</summary>
public sealed class Interruptions
{
    private int? _left;
    private bool _after;

    /// <summary>The number of writes since the start of the test or the last plan.</summary>
    public int Writes { get; private set; }

    /// <summary>Fails the n-th write from now on, counted from 1, before or after it takes effect.</summary>
    public void At(int write, bool after)
    {
        (_left, _after, Writes) = (write, after, 0);
    }

    /// <summary>Makes a write, or fails it.</summary>
    public T Write<T>(Func<T> write)
    {
        Writes++;
        _left -= 1;
        if (_left != 0)
        {
            return write();
        }

        _left = null;
        if (_after)
        {
            write();
        }

        throw new IOException("Interrupted");
    }
}
