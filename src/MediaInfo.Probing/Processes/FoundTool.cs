namespace MediaInfo.Probing.Processes;

/// <summary>A binary that runs and passed its self-test.</summary>
/// <param name="Place">Where it was found.</param>
/// <param name="Path">What is run: the place itself, or its runnable copy.</param>
/// <param name="Version">Its version, as it states it.</param>
/// <param name="Reason">Why this one, as text.</param>
/// <param name="PassedOver">Which binaries were rejected, and why; null if none was.</param>
public sealed record FoundTool(string Place, string Path, string Version, string Reason, string? PassedOver = null)
{
    /// <summary>Everything in one line.</summary>
    public string Summary => $"{Version} at {Place}, {Reason}{(PassedOver is null ? "" : $"; rejected: {PassedOver}")}";
}
