namespace MediaInfo.Probing.Processes;

/// <summary>Why a binary is not used.</summary>
/// <param name="Path">The binary.</param>
/// <param name="Text">What is wrong, in words.</param>
/// <param name="IsThere">Whether the file exists.</param>
internal sealed record ToolProblem(string Path, string Text, bool IsThere)
{
    /// <inheritdoc />
    public override string ToString() => $"{Path}: {Text}";
}
