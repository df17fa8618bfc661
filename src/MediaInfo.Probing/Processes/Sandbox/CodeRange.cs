using System.Globalization;
using System.Runtime.InteropServices;

namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>An address range of code in this process.</summary>
/// <param name="Begin">Its first address.</param>
/// <param name="End">The address after its last.</param>
internal readonly record struct CodeRange(ulong Begin, ulong End)
{
    private const string Map = "/proc/self/maps";

    /// <summary>
    /// The mapping with a function of the C library, which holds all of the library's code; null if none is found.
    /// </summary>
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

    private static ulong Parse(string address) =>
        ulong.Parse(address, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
