namespace MediaInfo.LocalStorage.Queues;

/// <summary>The bands of a queue, each named by its highest priority, highest first.</summary>
/// <param name="Highest">The highest priority of each band.</param>
public sealed record QueueBands(IReadOnlyList<int> Highest)
{
    /// <summary>The band of a priority.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The queue has no such priority.</exception>
    public int Of(int priority)
    {
        if (priority < Math.Min(1, Highest[0]) || priority > Highest[0])
        {
            throw new ArgumentOutOfRangeException(nameof(priority), priority, "This queue has no such priority");
        }

        var band = Highest[0];
        foreach (var highest in Highest)
        {
            band = highest >= priority ? highest : band;
        }

        return band;
    }
}
