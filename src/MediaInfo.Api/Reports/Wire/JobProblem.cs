namespace MediaInfo.Api.Reports.Wire;

/// <summary>Why a job failed. Source: our own.</summary>
/// <param name="Reason">The reason's name, such as NotMedia.</param>
/// <param name="Detail">The reason as a sentence.</param>
public sealed record JobProblem(string Reason, string Detail);
