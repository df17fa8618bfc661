using System.Globalization;

namespace MediaInfo.Probing.Processes;

/// <summary>
/// Copies of binaries that cannot be run in place, kept as long as this process lives. On Linux a copy has no name: nobody can
/// plant, change or find it, and a killed process leaves nothing behind.
/// </summary>
internal sealed class RunnableCopies : IDisposable
{
    private const UnixFileMode AnyRun = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode OwnerRuns = UnixFileMode.UserRead | UnixFileMode.UserExecute;

    private readonly Dictionary<string, RunnableCopy> _copies = new(StringComparer.Ordinal);

    /// <summary>A path by which this process can run a binary: its own, or its copy's.</summary>
    /// <exception cref="IOException">
    /// No copy could be made, or it is a script, which its interpreter can only find by name.
    /// </exception>
    public string Of(string binary)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(binary) & AnyRun) != UnixFileMode.None)
        {
            return binary;
        }

        if (IsScript(binary))
        {
            throw new IOException("it is a script without execute permission");
        }

        var source = new FileInfo(binary);
        var stamp = string.Create(CultureInfo.InvariantCulture, $"{binary}:{source.Length}:{source.LastWriteTimeUtc.Ticks}");
        if (!_copies.TryGetValue(stamp, out var copy))
        {
            _copies[stamp] = copy = Copy(source);
        }

        return copy.Path;
    }

    /// <summary>Removes the copies.</summary>
    public void Dispose()
    {
        foreach (var copy in _copies.Values)
        {
            copy.Dispose();
        }
    }

    private static bool IsScript(string file)
    {
        Span<byte> begin = stackalloc byte[2];
        using var stream = File.OpenRead(file);
        return begin[..stream.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false)].SequenceEqual("#!"u8);
    }

    private static RunnableCopy Copy(FileInfo source)
    {
        // A new folder with a random name, accessible only to its owner.
        var folder = Directory.CreateTempSubdirectory("mediainfo-tool-");
        try
        {
            var file = source.CopyTo(Path.Combine(folder.FullName, source.Name));
            if (!OperatingSystem.IsWindows())
            {
                file.UnixFileMode = OwnerRuns;
            }

            return new RunnableCopy(folder, file);
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }
}
