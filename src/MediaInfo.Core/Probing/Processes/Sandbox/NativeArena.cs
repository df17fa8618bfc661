using System.Runtime.InteropServices;
using System.Text;

namespace MediaInfo.Core.Probing.Processes.Sandbox;

/// <summary>Memory that the C library reads, freed together.</summary>
internal sealed unsafe class NativeArena : IDisposable
{
    private readonly List<nint> _blocks = [];

    /// <summary>Zeros.</summary>
    public void* Space(int bytes)
    {
        var block = NativeMemory.AllocZeroed((nuint)bytes);
        _blocks.Add((nint)block);
        return block;
    }

    /// <summary>A text with a zero behind it.</summary>
    public byte* Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var bytes = (byte*)Space(length + 1);
        Encoding.UTF8.GetBytes(text, new Span<byte>(bytes, length));
        return bytes;
    }

    /// <summary>Texts with a null behind the last.</summary>
    public byte** Texts(IReadOnlyCollection<string> texts)
    {
        var list = (byte**)Space((texts.Count + 1) * sizeof(byte*));
        foreach (var (n, text) in texts.Index())
        {
            list[n] = Text(text);
        }

        return list;
    }

    /// <summary>Numbers.</summary>
    public ulong* Numbers(ReadOnlySpan<ulong> numbers)
    {
        var list = (ulong*)Space(numbers.Length * sizeof(ulong));
        numbers.CopyTo(new Span<ulong>(list, numbers.Length));
        return list;
    }

    /// <inheritdoc />
    public void Dispose() => _blocks.ForEach(block => NativeMemory.Free((void*)block));
}
