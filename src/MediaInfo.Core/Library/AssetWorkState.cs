namespace MediaInfo.Core.Library;

/// <summary>What became of a job that makes something of an asset.</summary>
public enum AssetWorkState
{
    /// <summary>The job has not ended.</summary>
    Running,

    /// <summary>The job's results can be shown.</summary>
    Succeeded,

    /// <summary>The job failed; nothing can be shown.</summary>
    Failed,
}
