using System.Globalization;
using Xunit.Abstractions;

namespace MediaInfo.Api.Tests.Growth;

/// <summary>
/// How the work of each parser grows with its input. Time would tell of the machine; here steps and memory are counted, on ten sizes of
/// which each is twice the one before: linear work doubles, sorting takes a little more, a square takes four times as much.
/// </summary>
[Collection(nameof(GrowthTests))]
[CollectionDefinition(nameof(GrowthTests), DisableParallelization = true)]
public sealed class GrowthTests(ITestOutputHelper output)
{
    private const int Sizes = 10;
    private const double MostGrowth = 2.5;

    // So little for each byte of input is no harm, be it that a larger input takes another way through the code.
    private const int FewStepsPerByte = 4;
    private const int FewBytesPerByte = 16;

    // And so much is too much, even where it grows as the input does.
    private const int MostStepsPerByte = 64;
    private const int MostBytesPerByte = 160;

    public static TheoryData<string> Names => [.. GrowthCases.Names];

    public static TheoryData<string> Samples => [.. QuadraticSamples.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Work_grows_no_faster_than_its_input(string name)
    {
        var problem = FindProblem(name);

        Assert.True(problem is null, problem);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Work_that_grows_with_the_square_of_its_input_is_seen(string name) => Assert.NotNull(FindProblem(name));

    private string? FindProblem(string name)
    {
        // The first parse pays for what the runtime makes once.
        var one = GrowthCases.Find(name);
        CountingContext.Measure(name, one.Largest >> Sizes);
        long[]? before = null;
        for (var size = one.Largest >> (Sizes - 1); size <= one.Largest; size *= 2)
        {
            var work = CountingContext.Measure(name, size);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work[0],10} bytes: {work[1],12} steps, {work[2],12} bytes of memory"));
            if (ProblemOf(one, work, before) is { } problem)
            {
                return $"{name}, {work[0]} bytes: {problem}";
            }

            before = work;
        }

        return null;
    }

    private static string? ProblemOf(GrowthCase one, long[] work, long[]? before)
    {
        var (size, steps, bytes) = (work[0], work[1], work[2]);
        return Grew(steps, before?[1], one.StepsPerCall + (FewStepsPerByte * size)) ? $"steps grew from {before![1]} to {steps}"
            : Grew(bytes, before?[2], one.BytesPerCall + (FewBytesPerByte * size)) ? $"memory grew from {before![2]} to {bytes} bytes"
            : steps > one.StepsPerCall + (MostStepsPerByte * size) ? $"{steps} steps"
            : bytes > one.BytesPerCall + (MostBytesPerByte * size) ? $"{bytes} bytes of memory"
            : null;
    }

    private static bool Grew(long work, long? before, long little) => work > little && work > before * MostGrowth;
}
