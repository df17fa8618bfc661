using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace MediaInfo.TestSupport;

/// <summary>Compares texts with a file named after the test. MEDIAINFO_UPDATE_GOLDEN=1 rewrites the files.</summary>
public static class GoldenFile
{
    /// <summary>The environment variable that rewrites the files, if it is 1.</summary>
    public const string UpdateVariable = "MEDIAINFO_UPDATE_GOLDEN";

    /// <summary>Fails with the lines that differ.</summary>
    /// <param name="actual">The text.</param>
    /// <param name="dialect">The folder below the test project's Golden, such as "Mps".</param>
    /// <param name="of">The case of a theory; part of the file's name.</param>
    /// <param name="test">The test's name.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Matches(string actual, string dialect, string of = "", [CallerMemberName] string test = "")
    {
        var name = of.Length > 0 ? $"{test}.{of}.json" : $"{test}.json";
        var path = RepositoryRoot.Combine("tests", Assembly.GetCallingAssembly().GetName().Name!, "Golden", dialect, name);
        MatchesFile(actual, path);
    }

    /// <summary>The same for a file of any place, such as a page that is made from the code.</summary>
    /// <param name="actual">The text without its last line feed.</param>
    /// <param name="path">The whole path.</param>
    public static void MatchesFile(string actual, string path)
    {
        if (Environment.GetEnvironmentVariable(UpdateVariable) is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual + "\n");
            return;
        }

        Assert.True(File.Exists(path), $"There is no {path}. Run with {UpdateVariable}=1 and read what it wrote.");
        var expected = File.ReadAllText(path).TrimEnd('\n');
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            var legend = $"'-' is the file, '+' what came; {UpdateVariable}=1 accepts it";
            Assert.Fail($"{path}\ndiffers ({legend}):\n{Difference(expected, actual)}");
        }
    }

    private static string Difference(string expected, string actual)
    {
        var old = expected.Split('\n');
        var now = actual.Split('\n');
        var common = LengthsOfCommonTails(old, now);
        var text = new StringBuilder();
        for (var (i, j) = (0, 0); i < old.Length || j < now.Length;)
        {
            if (i < old.Length && j < now.Length && string.Equals(old[i], now[j], StringComparison.Ordinal))
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (j == now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                text.Append("- ").Append(old[i++]).Append('\n');
            }
            else
            {
                text.Append("+ ").Append(now[j++]).Append('\n');
            }
        }

        return text.ToString();
    }

    private static int[,] LengthsOfCommonTails(string[] old, string[] now)
    {
        var lengths = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = string.Equals(old[i], now[j], StringComparison.Ordinal)
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }
}
