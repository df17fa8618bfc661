namespace MediaInfo.Core.Library;

/// <summary>A job that makes something of an asset after its analysis, and what became of it.</summary>
/// <param name="JobId">The job.</param>
/// <param name="State">What became of it.</param>
public sealed record AssetWork(string JobId, AssetWorkState State);
