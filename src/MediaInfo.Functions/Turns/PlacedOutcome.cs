using MediaInfo.Core.Jobs;

namespace MediaInfo.Functions.Turns;

/// <summary>The result of a step that needs a place.</summary>
/// <param name="Outcome">The step's outcome; null if it found no place.</param>
/// <param name="PutOff">When to try again; null if it ran.</param>
public sealed record PlacedOutcome(StepOutcome? Outcome, TimeSpan? PutOff = null);
