namespace MediaInfo.Probing.Processes;

/// <summary>A binary that runs and may be trusted, before its self-test.</summary>
/// <param name="Place">Where it was found.</param>
/// <param name="Path">What is run: the place itself, or its runnable copy.</param>
/// <param name="Version">Its version.</param>
internal sealed record ToolCandidate(string Place, string Path, ToolVersion Version)
{
    /// <inheritdoc />
    public override string ToString() => $"{Version.Line} at {Place}";
}
