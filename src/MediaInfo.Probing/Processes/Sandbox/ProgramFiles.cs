using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>
/// The files that a program needs to run: a script's interpreter, or a dynamic program's loader and libraries, which the loader
/// itself lists.
/// </summary>
internal sealed class ProgramFiles
{
    private const string LoaderCache = "/etc/ld.so.cache";
    private const int MaxHead = 64 * 1024;
    private const int MaxInterpreters = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string Stamp, IReadOnlyList<ProgramFile> Files)> _known = new(StringComparer.Ordinal);

    /// <summary>The program's file and what it needs. Cached until the program or the libraries change.</summary>
    public IReadOnlyList<ProgramFile> Of(string program)
    {
        var stamp = $"{File.GetLastWriteTimeUtc(program):O} {File.GetLastWriteTimeUtc(LoaderCache):O}";
        lock (_lock)
        {
            if (!_known.TryGetValue(program, out var known) || !string.Equals(known.Stamp, stamp, StringComparison.Ordinal))
            {
                _known[program] = known = (stamp, [.. Find(program, MaxInterpreters)]);
            }

            return known.Files;
        }
    }

    private static List<ProgramFile> Find(string program, int interpreters)
    {
        List<ProgramFile> files = [new(program, IsRun: true)];
        var head = HeadOf(program);
        if (InterpreterOf(head) is { } interpreter && interpreters > 0)
        {
            files.AddRange(Find(interpreter, interpreters - 1));
        }
        else if (LoaderOf(head) is { } loader)
        {
            files.Add(new ProgramFile(loader, IsRun: true));
            files.Add(new ProgramFile(LoaderCache, IsRun: false));
            files.AddRange(Libraries(loader, program).Select(library => new ProgramFile(library, IsRun: false)));
        }

        return files;
    }

    private static byte[] HeadOf(string program)
    {
        try
        {
            using var file = File.OpenRead(program);
            var head = new byte[Math.Min(MaxHead, file.Length)];
            return head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The program will not start either, and the kernel then reports why.
            return [];
        }
    }

    // A script's first line (execve(2)): the interpreter's path ends at a space.
    private static string? InterpreterOf(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("#!"u8))
        {
            return null;
        }

        var line = head[2..];
        line = line[..(line.IndexOf((byte)'\n') is >= 0 and var end ? end : line.Length)].Trim(" \t"u8);
        return Encoding.UTF8.GetString(line[..(line.IndexOfAny(" \t"u8) is >= 0 and var space ? space : line.Length)]);
    }

    // The program header PT_INTERP of a 64-bit ELF file (elf(5)).
    private static string? LoaderOf(ReadOnlySpan<byte> head)
    {
        const int headerSize = 64, entrySize = 56, interpreter = 3;
        if (head.Length < headerSize || !head.StartsWith("\u007fELF\u0002\u0001"u8))
        {
            return null;
        }

        var entries = BinaryPrimitives.ReadUInt64LittleEndian(head[32..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(head[56..]);
        for (var n = 0; n < count && entries + (ulong)((n + 1) * entrySize) <= (ulong)head.Length; n++)
        {
            var entry = head.Slice((int)entries + (n * entrySize), entrySize);
            var begin = BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]);
            if (BinaryPrimitives.ReadUInt32LittleEndian(entry) == interpreter && begin < (ulong)head.Length)
            {
                var path = head[(int)begin..];
                return path.IndexOf((byte)0) is > 0 and var length ? Encoding.UTF8.GetString(path[..length]) : null;
            }
        }

        return null;
    }

    // The loaders of glibc and musl both print lines "name => path (address)" or "path (address)", and run nothing.
    private static List<string> Libraries(string loader, string program)
    {
        var start = new ProcessStartInfo(loader, ["--list", program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        try
        {
            using var lister = Process.Start(start)!;
            lister.ErrorDataReceived += (_, _) => { };
            lister.BeginErrorReadLine();
            var words = lister.StandardOutput.ReadToEnd().Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
            lister.WaitForExit();
            return [.. words.Where(word => word[0] == '/').Distinct(StringComparer.Ordinal)];
        }
        catch (Win32Exception)
        {
            // Without the loader the program does not start, and the kernel reports that then.
            return [];
        }
    }
}
