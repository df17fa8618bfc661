namespace MediaInfo.Api.Tests.Growth;

/// <summary>Every parser of the product with every shape of input.</summary>
internal static class GrowthCases
{
    private static readonly Dictionary<string, GrowthCase> All = new[]
        {
            DashShapes.All, HlsShapes.All, BoxShapes.All, HeaderShapes.All, ReportShapes.All, AddressShapes.All,
            RequestShapes.All, QuadraticSamples.All,
        }
        .SelectMany(cases => cases)
        .ToDictionary(one => one.Name, StringComparer.Ordinal);

    /// <summary>The names of the product's cases.</summary>
    public static IEnumerable<string> Names =>
        All.Keys.Except(QuadraticSamples.All.Select(sample => sample.Name), StringComparer.Ordinal);

    /// <summary>Finds a case by its name.</summary>
    public static GrowthCase Find(string name) => All[name];

    /// <summary>Parses one input and counts the work. Called on the instrumented copy.</summary>
    public static long[] Measure(string name, int size)
    {
        var input = All[name].Make(size);
        var (steps, allocated) = (StepCount.Total, GC.GetTotalAllocatedBytes(precise: true));
        input.ParseAsync().GetAwaiter().GetResult();
        return [input.Size, StepCount.Total - steps, GC.GetTotalAllocatedBytes(precise: true) - allocated];
    }
}
