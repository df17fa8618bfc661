namespace MediaInfo.Core.Reading;

/// <summary>Wakes whoever waits for it, again and again. To be used under one lock.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _next = NewSource();

    /// <summary>Ends when it is raised the next time.</summary>
    public Task Next => _next.Task;

    /// <summary>Wakes those that wait now.</summary>
    public void Raise()
    {
        var raised = _next;
        _next = NewSource();
        raised.TrySetResult();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
