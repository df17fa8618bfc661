namespace MediaInfo.TestSupport;

/// <summary>Waits for what must happen soon. Only a defect reaches the deadline.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Polls until the condition holds.</summary>
    /// <param name="what">The condition in words, for the error.</param>
    /// <param name="condition">Whether it holds.</param>
    /// <exception cref="TimeoutException">It did not hold within a minute.</exception>
    public static async Task HoldsAsync(string what, Func<Task<bool>> condition) =>
        await FindsAsync(what, async () => await condition() ? what : null);

    /// <inheritdoc cref="HoldsAsync(string, Func{Task{bool}})" />
    public static async Task HoldsAsync(string what, Func<bool> condition) =>
        await HoldsAsync(what, () => Task.FromResult(condition()));

    /// <summary>Polls until there is a result.</summary>
    /// <param name="what">What is polled for, for the error.</param>
    /// <param name="find">Returns the result, or null while there is none.</param>
    /// <exception cref="TimeoutException">There was none within a minute.</exception>
    public static async Task<T> FindsAsync<T>(string what, Func<Task<T?>> find)
        where T : class
    {
        for (var start = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(start) < Deadline;)
        {
            if (await find() is { } found)
            {
                return found;
            }

            await Task.Delay(Pause);
        }

        throw new TimeoutException($"Not within {Deadline.TotalSeconds} s: {what}");
    }
}
