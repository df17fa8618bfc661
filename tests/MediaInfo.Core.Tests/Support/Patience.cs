namespace MediaInfo.Core.Tests.Support;

/// <summary>A deadline that only a defect reaches: a test then fails where it would wait for ever.</summary>
internal static class Patience
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>The task's end, which is expected soon.</summary>
    /// <exception cref="TimeoutException">It did not come within a minute.</exception>
    public static Task<T> SoonAsync<T>(this Task<T> task) => task.WaitAsync(Deadline);

    /// <inheritdoc cref="SoonAsync{T}" />
    public static Task SoonAsync(this Task task) => task.WaitAsync(Deadline);
}
