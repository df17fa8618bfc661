using System.Runtime.InteropServices;
using System.Text;

namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>Memory for the C library, freed all at once.</summary>
internal sealed unsafe class NativeArena : IDisposable
{
    private readonly List<nint> _blocks = [];

    /// <summary>Zeroed memory.</summary>
    public void* Space(int bytes)
    {
        var block = NativeMemory.AllocZeroed((nuint)bytes);
        _blocks.Add((nint)block);
        return block;
    }

    /// <summary>A zero-terminated UTF-8 string.</summary>
    public byte* Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var bytes = (byte*)Space(length + 1);
        Encoding.UTF8.GetBytes(text, new Span<byte>(bytes, length));
        return bytes;
    }

    /// <summary>A null-terminated array of strings.</summary>
    public byte** Texts(IReadOnlyCollection<string> texts)
    {
        var list = (byte**)Space((texts.Count + 1) * sizeof(byte*));
        foreach (var (n, text) in texts.Index())
        {
            list[n] = Text(text);
        }

        return list;
    }

    /// <summary>An array of numbers.</summary>
    public ulong* Numbers(ReadOnlySpan<ulong> numbers)
    {
        var list = (ulong*)Space(numbers.Length * sizeof(ulong));
        numbers.CopyTo(new Span<ulong>(list, numbers.Length));
        return list;
    }

    /// <inheritdoc />
    public void Dispose() => _blocks.ForEach(block => NativeMemory.Free((void*)block));
}
