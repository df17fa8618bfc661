using MediaInfo.Core.Queues;

namespace MediaInfo.Standalone.Workers;

/// <summary>The service's queues, each with the signal of its worker in this process. The lanes of all priorities share one.</summary>
/// <param name="queues">The queues themselves.</param>
/// <param name="coldLanePause">How often a lane is looked at in which nothing was seen for as long.</param>
/// <param name="time">The clock.</param>
public sealed class SignallingQueues(IWorkQueues queues, TimeSpan coldLanePause, TimeProvider time) : IWorkQueues, IDisposable
{
    private readonly SignallingQueue _callbacks = new(queues.Callbacks, new WorkSignal(time));

    /// <summary>The waiting jobs, as this process takes them.</summary>
    public PriorityLanes Lanes { get; } = new(queues, coldLanePause, time);

    /// <inheritdoc />
    public IWorkQueue Tokens => queues.Tokens;

    /// <inheritdoc />
    public IWorkQueue Callbacks => _callbacks;

    /// <summary>Raised when a job was queued here.</summary>
    public WorkSignal AnalysesSignal { get; } = new(time);

    /// <summary>Raised when a completion message was queued here.</summary>
    public WorkSignal CallbacksSignal => _callbacks.Signal;

    /// <inheritdoc />
    /// <remarks>What is sent to it makes its lane hot before the worker wakes.</remarks>
    public IWorkQueue AnalysesOf(int priority) => new SignallingQueue(Lanes.Of(priority), AnalysesSignal);

    /// <inheritdoc />
    public void Dispose()
    {
        AnalysesSignal.Dispose();
        CallbacksSignal.Dispose();
    }
}
