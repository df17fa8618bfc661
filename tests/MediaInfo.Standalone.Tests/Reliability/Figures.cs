using System.Globalization;
using MediaInfo.TestSupport;
using Xunit.Abstractions;

namespace MediaInfo.Standalone.Tests.Reliability;

/// <summary>The figures of a reliability test: in its output, on the console, and in the file that eng/test.sh shows.</summary>
internal static class Figures
{
    /// <summary>Prints a line.</summary>
    public static void Print(ITestOutputHelper output, FormattableString line)
    {
        var text = FormattableString.Invariant($"{line.ToString(CultureInfo.InvariantCulture)}; seed {Scale.Seed}");
        output.WriteLine(text);
        Console.WriteLine(text);
        var folder = Directory.CreateDirectory(RepositoryRoot.Combine("artifacts", "test-results"));
        File.AppendAllText(Path.Combine(folder.FullName, "figures.txt"), text + Environment.NewLine);
    }
}
