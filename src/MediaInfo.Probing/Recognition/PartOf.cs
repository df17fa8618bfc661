namespace MediaInfo.Probing.Recognition;

/// <summary>The progress of a part of something.</summary>
/// <param name="whole">Told the progress of the whole.</param>
/// <param name="from">Where the part begins, 0 to 1.</param>
/// <param name="share">How much of the whole the part is, 0 to 1.</param>
internal sealed class PartOf(IProgress<double> whole, double from, double share) : IProgress<double>
{
    /// <inheritdoc />
    public void Report(double value) => whole.Report(from + (Math.Clamp(value, 0, 1) * share));
}
