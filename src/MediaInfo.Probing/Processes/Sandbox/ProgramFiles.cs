using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>
/// The files that a program needs to run: a script's interpreter, or a dynamic program's loader and libraries, which the loader
/// itself lists.
/// </summary>
internal sealed class ProgramFiles
{
    private const string LoaderCache = "/etc/ld.so.cache";
    private const int MaxLine = 256;
    private const int MaxPath = 4096;
    private const int MaxHeaders = 1024;
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
        var (interpreter, loader) = StarterOf(program);
        if (interpreter is not null && interpreters > 0)
        {
            files.AddRange(Find(interpreter, interpreters - 1));
        }
        else if (loader is not null)
        {
            files.Add(new ProgramFile(loader, IsRun: true));
            files.Add(new ProgramFile(LoaderCache, IsRun: false));
            files.AddRange(Libraries(loader, program).Select(library => new ProgramFile(library, IsRun: false)));
        }

        return files;
    }

    private static (string? Interpreter, string? Loader) StarterOf(string program)
    {
        try
        {
            using var file = File.OpenHandle(program);
            return (InterpreterOf(file), LoaderOf(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The program will not start either, and the kernel then reports why.
            return default;
        }
    }

    // A script's first line (execve(2)): the interpreter's path ends at a space.
    private static string? InterpreterOf(SafeFileHandle file)
    {
        Span<byte> head = stackalloc byte[MaxLine];
        head = head[..RandomAccess.Read(file, head, 0)];
        if (!head.StartsWith("#!"u8))
        {
            return null;
        }

        var line = head[2..];
        line = line[..(line.IndexOf((byte)'\n') is >= 0 and var end ? end : line.Length)].Trim(" \t"u8);
        return Encoding.UTF8.GetString(line[..(line.IndexOfAny(" \t"u8) is >= 0 and var space ? space : line.Length)]);
    }

    // The program header PT_INTERP of a 64-bit ELF file (elf(5)). A tool that changed the loader's path may have put it, and
    // the program headers, behind everything else.
    private static string? LoaderOf(SafeFileHandle file)
    {
        const int headerSize = 64, entrySize = 56, interpreter = 3;
        Span<byte> header = stackalloc byte[headerSize];
        if (RandomAccess.Read(file, header, 0) < headerSize || !header.StartsWith("\u007fELF\u0002\u0001"u8))
        {
            return null;
        }

        var entries = BinaryPrimitives.ReadInt64LittleEndian(header[32..]);
        var count = Math.Min((int)BinaryPrimitives.ReadUInt16LittleEndian(header[56..]), MaxHeaders);
        Span<byte> entry = stackalloc byte[entrySize];
        for (var n = 0; n < count && ReadAt(file, entry, entries + (n * entrySize)) == entrySize; n++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(entry) == interpreter)
            {
                var path = new byte[MaxPath];
                path = path[..ReadAt(file, path, BinaryPrimitives.ReadInt64LittleEndian(entry[8..]))];
                return Array.IndexOf(path, (byte)0) is > 0 and var length ? Encoding.UTF8.GetString(path, 0, length) : null;
            }
        }

        return null;
    }

    private static int ReadAt(SafeFileHandle file, Span<byte> bytes, long offset) =>
        offset > 0 ? RandomAccess.Read(file, bytes, offset) : 0;

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
