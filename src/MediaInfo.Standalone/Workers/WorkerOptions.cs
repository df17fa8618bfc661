using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Queues;

namespace MediaInfo.Standalone.Workers;

/// <summary>How this process works on the queues. Section "Worker".</summary>
public sealed record WorkerOptions : PlaceOptions
{
    /// <summary>
    /// Completion messages delivered at the same time, and as many again for accounts running less than their fair share.
    /// </summary>
    [Range(1, 256, ErrorMessage = "between 1 and 256")]
    public int CallbackConcurrency { get; init; } = 8;

    /// <summary>How long a message stays invisible unless renewed; a crashed process's jobs restart after it.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00", ErrorMessage = "between five seconds and one hour")]
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest pause between polls of an empty queue. Work queued by this process is seen at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00", ErrorMessage = "between 50 milliseconds and one minute")]
    public TimeSpan IdlePause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often an empty lane (the queue of one account and priority) is polled. Only lanes that were ever used are polled; if
    /// there are more than ten, ten per interval, in turn. A job queued by another process may be overtaken for that long; one
    /// queued by this process is seen at once.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ErrorMessage = "between zero and one minute")]
    public TimeSpan ColdLanePause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long running work may continue after the process is asked to stop; it is then put back.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "between zero and one hour")]
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Deliveries of a job's message before the job is given up. A process crash counts as a delivery.</summary>
    [Range(1, 100, ErrorMessage = "between 1 and 100")]
    public int MaxDeliveries { get; init; } = 10;

    /// <summary>Deliveries of a completion message before it is given up.</summary>
    [Range(1, 100, ErrorMessage = "between 1 and 100")]
    public int MaxCallbackDeliveries { get; init; } = 5;
}
