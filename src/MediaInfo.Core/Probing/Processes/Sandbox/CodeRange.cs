using System.Globalization;
using System.Runtime.InteropServices;

namespace MediaInfo.Core.Probing.Processes.Sandbox;

/// <summary>Where a piece of code lies in this process.</summary>
/// <param name="Begin">Its first address.</param>
/// <param name="End">The address behind its last.</param>
internal readonly record struct CodeRange(ulong Begin, ulong End)
{
    private const string Map = "/proc/self/maps";

    /// <summary>The mapping that holds a function of the C library, and with it all of the library's code; null where none is found.</summary>
    public static CodeRange? OfLibraryWith(string function)
    {
        if (!NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), function, out var address))
        {
            return null;
        }

        return File.ReadLines(Map)
            .Select(line => line[..line.IndexOf(' ', StringComparison.Ordinal)].Split('-'))
            .Select(bounds => new CodeRange(Parse(bounds[0]), Parse(bounds[1])))
            .Where(range => range.Begin <= (ulong)address && (ulong)address < range.End)
            .Cast<CodeRange?>()
            .FirstOrDefault();
    }

    private static ulong Parse(string address) => ulong.Parse(address, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
