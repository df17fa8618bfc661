namespace MediaInfo.Core.Pipelines;

/// <summary>What its owner says of a new pipeline.</summary>
/// <param name="Name">A name for people.</param>
/// <param name="Speed">The vendor's kind of pipeline.</param>
/// <param name="SpeedLevel">The vendor's level; null for none.</param>
/// <param name="Role">The vendor's role name; null for none.</param>
/// <param name="Notify">Where completion messages go; null for nowhere.</param>
public sealed record PipelineDraft(string Name, string Speed, int? SpeedLevel, string? Role, NotifyTarget? Notify);
