namespace MediaInfo.Probing.Tests.Recognition;

/// <summary>Keeps the progress that was told.</summary>
internal sealed class ToldShares : IProgress<double>
{
    public List<double> Seen { get; } = [];

    public void Report(double value)
    {
        lock (Seen)
        {
            Seen.Add(value);
        }
    }
}
