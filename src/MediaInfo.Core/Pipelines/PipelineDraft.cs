namespace MediaInfo.Core.Pipelines;

/// <summary>The properties of a new pipeline.</summary>
/// <param name="Name">The display name.</param>
/// <param name="Speed">The vendor's pipeline type.</param>
/// <param name="SpeedLevel">The vendor's level; null for none.</param>
/// <param name="Role">The vendor's role name; null for none.</param>
/// <param name="Notify">The target of completion messages; null for none.</param>
public sealed record PipelineDraft(string Name, string Speed, int? SpeedLevel, string? Role, NotifyTarget? Notify);
