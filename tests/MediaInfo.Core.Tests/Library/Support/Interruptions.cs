namespace MediaInfo.Core.Tests.Library.Support;

/// <summary>Breaks the flow of work at one write of a test's choice, as a crash or a storage that is away would.</summary>
public sealed class Interruptions
{
    private int? _left;
    private bool _after;

    /// <summary>How many writes were made since the test began, or since the last plan.</summary>
    public int Writes { get; private set; }

    /// <summary>Breaks the n-th write from now on, from 1, before or after it took effect.</summary>
    public void At(int write, bool after)
    {
        (_left, _after, Writes) = (write, after, 0);
    }

    /// <summary>Makes a write, or breaks it.</summary>
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
