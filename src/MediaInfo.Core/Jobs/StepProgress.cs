using MediaInfo.Core.Telemetry;

namespace MediaInfo.Core.Jobs;

/// <summary>The progress of one step. A share is told at any rate, and shown at a moderate one.</summary>
public sealed class StepProgress : IProgress<double>, IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly Func<int, Task> _show;
    private readonly IDisposable _running;
    private readonly Lock _lock = new();
    private Task _shown = Task.CompletedTask;
    private long _shownAt;
    private int _percent = -1;

    internal StepProgress(string dialect, string step, TimeProvider time, Func<int, Task> show)
    {
        (_time, _show) = (time, show);
        _running = Metrics.LongStepBegun(dialect, step);
        _shownAt = time.GetTimestamp();
    }

    /// <inheritdoc />
    /// <param name="value">The share that is done, 0 to 1.</param>
    public void Report(double value)
    {
        // The last percent is shown by the job's end.
        var percent = (int)Math.Clamp(value * 100, 0, 99);
        lock (_lock)
        {
            if (percent > _percent && _shown.IsCompleted && _time.GetElapsedTime(_shownAt) >= JobProgress.Every)
            {
                _percent = percent;
                _shownAt = _time.GetTimestamp();
                _shown = _show(percent);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _running.Dispose();
        await _shown;
    }
}
