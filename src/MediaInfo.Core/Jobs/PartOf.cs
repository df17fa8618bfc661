namespace MediaInfo.Core.Jobs;

/// <summary>The progress of a part of something.</summary>
/// <param name="whole">Told the progress of the whole.</param>
/// <param name="from">Where the part begins, 0 to 1.</param>
/// <param name="share">How much of the whole the part is, 0 to 1.</param>
public sealed class PartOf(IProgress<double> whole, double from, double share) : IProgress<double>
{
    /// <summary>One of several equal parts that are done one after another.</summary>
    /// <param name="whole">Told the progress of the whole.</param>
    /// <param name="number">The part, from 0.</param>
    /// <param name="parts">How many parts there are.</param>
    public static PartOf Equal(IProgress<double> whole, int number, int parts) =>
        new(whole, (double)number / parts, 1d / parts);

    /// <inheritdoc />
    public void Report(double value) => whole.Report(from + (Math.Clamp(value, 0, 1) * share));
}
