using MediaInfo.Core.Analysis;

namespace MediaInfo.Functions.Turns;

/// <summary>What a turn leaves to the orchestration that took it.</summary>
/// <param name="Plan">What remains to be done for its own job; null if the job still waits, so another turn is needed.</param>
/// <param name="After">When to take the other turn.</param>
public sealed record TurnOutcome(AnalysisPlan? Plan, TimeSpan After = default);
