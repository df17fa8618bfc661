namespace MediaInfo.Core.Jobs;

/// <summary>The outcome of reading an object.</summary>
/// <param name="Result">The result; null if the read failed.</param>
/// <param name="Outcome">How the read went: its failure, its cost and the version of the object that was read.</param>
/// <typeparam name="T">The kind of result.</typeparam>
public sealed record Reading<T>(T? Result, StepOutcome Outcome)
    where T : class;
