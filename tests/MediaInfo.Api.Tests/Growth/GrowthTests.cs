using System.Globalization;
using Xunit.Abstractions;

namespace MediaInfo.Api.Tests.Growth;

/// <summary>
/// How the work of each parser grows with its input. Time would depend on the machine, so the tests count steps and memory, on
/// ten sizes that double each time. Linear work doubles, sorting takes slightly more, and quadratic work takes four times as
/// much.
/// </summary>
[Collection(nameof(GrowthTests))]
[CollectionDefinition(nameof(GrowthTests), DisableParallelization = true)]
public sealed class GrowthTests(ITestOutputHelper output)
{
    private const int Sizes = 10;
    private const double MostGrowth = 2.5;
    private const int Repeats = 3;

    // Up to this much work per byte of input is harmless, even if a larger input takes another path through the code.
    private const int FewStepsPerByte = 4;
    private const int FewBytesPerByte = 16;

    // More work per byte than this is too much, even if it grows linearly.
    private const int MostStepsPerByte = 64;
    private const int MostBytesPerByte = 160;

    public static TheoryData<string> Names => [.. GrowthCases.Names];

    public static TheoryData<string> Samples => [.. QuadraticSamples.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Work_grows_at_most_linearly_with_the_input(string name)
    {
        var problem = FindProblem(name);

        Assert.True(problem is null, problem);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Quadratic_work_is_detected(string name) => Assert.NotNull(FindProblem(name));

    private string? FindProblem(string name)
    {
        // The first parse includes the runtime's one-time work.
        var one = GrowthCases.Find(name);
        CountingContext.Measure(name, one.Largest >> Sizes);
        long[]? before = null;
        for (var size = one.Largest >> (Sizes - 1); size <= one.Largest; size *= 2)
        {
            var work = Measure(name, size);
            for (var again = 0; again < Repeats && ProblemOf(one, work, before) is not null; again++)
            {
                // Other threads' memory is counted too, and side-by-side readers share their work differently each time.
                work = Least(work, Measure(name, size));
                before = before is null ? null : Most(before, Measure(name, size / 2));
            }

            if (ProblemOf(one, work, before) is { } problem)
            {
                return $"{name}, {work[0]} bytes: {problem}";
            }

            before = work;
        }

        return null;
    }

    private long[] Measure(string name, int size)
    {
        var work = CountingContext.Measure(name, size);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{work[0],10} bytes: {work[1],12} steps, {work[2],12} bytes of memory"));
        return work;
    }

    private static long[] Least(long[] one, long[] other) => [.. one.Zip(other, Math.Min)];

    private static long[] Most(long[] one, long[] other) => [.. one.Zip(other, Math.Max)];

    private static string? ProblemOf(GrowthCase one, long[] work, long[]? before)
    {
        var (size, steps, bytes) = (work[0], work[1], work[2]);
        return Grew(steps, before?[1], one.StepsPerCall + (FewStepsPerByte * size)) ? $"steps grew from {before![1]} to {steps}"
            : Grew(bytes, before?[2], one.BytesPerCall + (FewBytesPerByte * size))
                ? $"memory grew from {before![2]} to {bytes} bytes"
            : steps > one.StepsPerCall + (MostStepsPerByte * size) ? $"{steps} steps"
            : bytes > one.BytesPerCall + (MostBytesPerByte * size) ? $"{bytes} bytes of memory"
            : null;
    }

    private static bool Grew(long work, long? before, long little) => work > little && work > before * MostGrowth;
}
