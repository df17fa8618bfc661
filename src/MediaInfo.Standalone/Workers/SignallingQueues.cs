using MediaInfo.Core.Queues;

namespace MediaInfo.Standalone.Workers;

/// <summary>The service's queues, each with the signal of its worker in this process.</summary>
public sealed class SignallingQueues(IWorkQueues queues, TimeProvider time) : IWorkQueues, IDisposable
{
    private readonly SignallingQueue _analyses = new(queues.Analyses, new WorkSignal(time));
    private readonly SignallingQueue _callbacks = new(queues.Callbacks, new WorkSignal(time));

    /// <inheritdoc />
    public IWorkQueue Analyses => _analyses;

    /// <inheritdoc />
    public IWorkQueue Calls => _analyses;

    /// <inheritdoc />
    public IWorkQueue Callbacks => _callbacks;

    /// <summary>Raised when this process queues a job.</summary>
    public WorkSignal AnalysesSignal => _analyses.Signal;

    /// <summary>Raised when this process queues a completion message.</summary>
    public WorkSignal CallbacksSignal => _callbacks.Signal;

    /// <inheritdoc />
    public void Dispose()
    {
        AnalysesSignal.Dispose();
        CallbacksSignal.Dispose();
    }
}
