namespace MediaInfo.Core.Jobs.Orders;

/// <summary>What a tag job looks for.</summary>
/// <param name="Recognisers">The recognisers to run, without repeats, at least one.</param>
public sealed record TagWork(IReadOnlyList<RecogniserKind> Recognisers)
{
    /// <summary>The caller's title of the object; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>The caller's description of the object; null for none.</summary>
    public string? Content { get; init; }

    /// <summary>Where the end is posted, in addition to the pipeline; null for nowhere.</summary>
    public string? NotifyUrl { get; init; }

    /// <summary>Options for the recognisers as the caller gave them, as JSON; null for none.</summary>
    public string? Parameters { get; init; }
}
