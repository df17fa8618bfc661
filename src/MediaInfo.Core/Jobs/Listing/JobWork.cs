namespace MediaInfo.Core.Jobs.Listing;

/// <summary>The kinds of work that jobs do.</summary>
public enum JobWork
{
    /// <summary>Describing an object.</summary>
    Analysis,

    /// <summary>Making pictures.</summary>
    Snapshot,

    /// <summary>Recognising what an object shows and says.</summary>
    Tags,
}
