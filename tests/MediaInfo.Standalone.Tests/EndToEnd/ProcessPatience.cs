using System.Diagnostics;
using MediaInfo.Standalone.Tests.Reliability;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>Waits for what a process must do soon. The failure shows the process's output.</summary>
public static class ProcessPatience
{
    private static readonly TimeSpan Deadline = Scale.IsFull ? TimeSpan.FromMinutes(8) : TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Polls until the condition holds.</summary>
    /// <exception cref="TimeoutException">
    /// It did not hold within two minutes (eight at full length), or the process ended.
    /// </exception>
    public static async Task HoldsAsync(string what, StandaloneProcess process, Func<Task<bool>> condition)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Deadline; await Task.Delay(Pause))
        {
            if (await condition())
            {
                return;
            }

            if (process.HasExited)
            {
                throw new TimeoutException(
                    $"Never: {what}. Standalone ended with {await process.ExitAsync()}. It wrote: {process.Output}");
            }
        }

        throw new TimeoutException($"Not within {Deadline.TotalSeconds} s: {what}. Standalone wrote: {process.Output}");
    }
}
