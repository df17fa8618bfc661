namespace MediaInfo.Core.Frames;

/// <summary>The progress of one part of several that are done one after another.</summary>
internal sealed class ShareOf(IProgress<double> whole, int number, int parts) : IProgress<double>
{
    /// <inheritdoc />
    public void Report(double value) => whole.Report((number + Math.Clamp(value, 0, 1)) / parts);
}
