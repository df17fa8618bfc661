using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Standalone.Workers;

/// <summary>How this process works on queues. Section "Worker".</summary>
public sealed record WorkerOptions : ISettings
{
    /// <summary>Jobs that run at the same time; 0 means one for each processor.</summary>
    [Range(0, 256, ErrorMessage = "between 0 and 256")]
    public int Concurrency { get; init; }

    /// <summary>
    /// Jobs that may run beyond <see cref="Concurrency"/>, for accounts that have less than their fair share running: so none
    /// waits for another's long jobs. Not set, as many as that; with 0 an account waits until a place is free. Ignored while
    /// one account alone has work.
    /// </summary>
    [Range(0, 256, ErrorMessage = "between 0 and 256")]
    public int? GuestConcurrency { get; init; }

    /// <summary>
    /// Completion messages that are delivered at the same time, and as many again for accounts that have less than their fair
    /// share.
    /// </summary>
    [Range(1, 256, ErrorMessage = "between 1 and 256")]
    public int CallbackConcurrency { get; init; } = 8;

    /// <summary>How long a message stays hidden without a sign of life; a crashed process's jobs start again after it.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00", ErrorMessage = "between five seconds and one hour")]
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest pause between looks at an empty queue. Work from this process is seen at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00", ErrorMessage = "between 50 milliseconds and one minute")]
    public TimeSpan IdlePause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often a lane, the queue of an account and a priority, is looked at in which nothing was found. Only lanes that were
    /// ever used are looked at; of more than ten, ten in this time, in turn. A job that another process queued there may be
    /// overtaken for so long; one that was queued here is seen at once.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ErrorMessage = "between zero and one minute")]
    public TimeSpan ColdLanePause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long running work may go on after the process was asked to stop; then it is put back.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "between zero and one hour")]
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Deliveries of a job's message before the job is given up. A crash of the process counts as one.</summary>
    [Range(1, 100, ErrorMessage = "between 1 and 100")]
    public int MaxDeliveries { get; init; } = 10;

    /// <summary>Deliveries of a completion message before it is given up.</summary>
    [Range(1, 100, ErrorMessage = "between 1 and 100")]
    public int MaxCallbackDeliveries { get; init; } = 5;

    /// <summary>The effective <see cref="Concurrency"/>.</summary>
    public int EffectiveConcurrency => Concurrency > 0 ? Concurrency : Environment.ProcessorCount;

    /// <summary>The effective <see cref="GuestConcurrency"/>.</summary>
    public int EffectiveGuestConcurrency => GuestConcurrency ?? EffectiveConcurrency;
}
