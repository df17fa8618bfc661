namespace MediaInfo.Core.Jobs.Listing;

/// <summary>The order of a list of jobs, by the time of their submission.</summary>
public enum JobOrder
{
    /// <summary>The latest job first. The cheap order: names are kept so.</summary>
    NewestFirst,

    /// <summary>The earliest job first.</summary>
    OldestFirst,
}
