namespace MediaInfo.Probing.Processes;

/// <summary>An ffprobe that runs and passed its self-test.</summary>
/// <param name="Place">Where it was found.</param>
/// <param name="Path">What is run: the place itself, or its runnable copy.</param>
/// <param name="Version">The first line of its version output.</param>
/// <param name="PassedOver">Which binaries were rejected before it, and why; null if it was the first.</param>
public sealed record FoundFfprobe(string Place, string Path, string Version, string? PassedOver = null)
{
    /// <summary>Everything in one line.</summary>
    public string Summary => PassedOver is null ? $"{Version} at {Place}" : $"{Version} at {Place}; rejected: {PassedOver}";
}
