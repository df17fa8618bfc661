namespace MediaInfo.Core.Jobs.Listing;

/// <summary>The order of a list of jobs, by submission time.</summary>
public enum JobOrder
{
    /// <summary>Newest first. The cheap order, because names are stored in it.</summary>
    NewestFirst,

    /// <summary>Oldest first.</summary>
    OldestFirst,
}
