namespace MediaInfo.Api.Tests.Growth;

/// <summary>Code that no parser may contain. The count must detect each sample.</summary>
internal static class QuadraticSamples
{
    private const int Largest = 32 * 1024;

    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        Sample("a loop in a loop", Loops),
        Sample("a query in a query", text => text.Sum(one => text.Count(other => other == one))),
        Sample("a search from the start each time", Searches),
        Sample("a text that grows by appending", text => text.Aggregate("", (whole, one) => whole + one)),
    ];

    private static GrowthCase Sample(string name, Action<string> parse) =>
        new(name, Largest, size => GrowthInput.Of(size, () => parse(new string('a', size))));

    private static GrowthCase Sample(string name, Func<string, object> parse) => Sample(name, text => { _ = parse(text); });

    private static object Loops(string text)
    {
        var same = 0;
        foreach (var one in text)
        {
            foreach (var other in text)
            {
                same += one == other ? 1 : 0;
            }
        }

        return same;
    }

    private static object Searches(string text)
    {
        var missing = 0;
        for (var i = 0; i < text.Length; i++)
        {
            missing += text.Contains((char)('b' + (i % 2)), StringComparison.Ordinal) ? 0 : 1;
        }

        return missing;
    }
}
