namespace MediaInfo.Core.Queues;

/// <summary>A reusable signal. All access must be under the same lock.</summary>
public sealed class Signal
{
    private TaskCompletionSource _next = NewSource();

    /// <summary>Completes when the signal is next raised.</summary>
    public Task Next => _next.Task;

    /// <summary>Wakes the current waiters.</summary>
    public void Raise()
    {
        var raised = _next;
        _next = NewSource();
        raised.TrySetResult();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
