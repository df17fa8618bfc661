namespace MediaInfo.TestSupport;

/// <summary>A deadline that only a defect reaches, so that a test fails instead of waiting forever.</summary>
public static class Patience
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>Waits for a task that should end soon.</summary>
    /// <exception cref="TimeoutException">It did not end within a minute.</exception>
    public static Task<T> SoonAsync<T>(this Task<T> task) => task.WaitAsync(Deadline);

    /// <inheritdoc cref="SoonAsync{T}" />
    public static Task SoonAsync(this Task task) => task.WaitAsync(Deadline);
}
