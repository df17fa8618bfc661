namespace MediaInfo.Core.Probing.Processes;

/// <summary>An ffprobe that runs and passed its self-test.</summary>
/// <param name="Place">Where it was found.</param>
/// <param name="Path">What is run: the same, or its runnable copy.</param>
/// <param name="Version">The first line it prints of itself.</param>
/// <param name="PassedOver">Which were there before it and what was wrong with each, in words; null when it was the first.</param>
public sealed record FoundFfprobe(string Place, string Path, string Version, string? PassedOver = null)
{
    /// <summary>All of it in one line.</summary>
    public string Summary => PassedOver is null ? $"{Version} at {Place}" : $"{Version} at {Place}; passed over: {PassedOver}";
}
