using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Queues;

namespace MediaInfo.Standalone.Workers;

/// <summary>How Standalone works on its queues. Section "Worker".</summary>
/// <remarks>
/// A Functions app ignores all of them: it has <see href="#turns">Turns</see>, and its host.json and constants have the other
/// <see href="../limits.md">limits</see>.
/// </remarks>
public sealed record WorkerOptions : PlaceOptions
{
    /// <summary>
    /// Messages that are delivered at the same time, and as many again for accounts that have less than their fair share.
    /// </summary>
    [Range(1, 256, ErrorMessage = "between 1 and 256")]
    public int CallbackConcurrency { get; init; } = 8;

    /// <summary>
    /// How long a message stays hidden without a sign of life from its worker. Jobs of a crashed process start again after
    /// it.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00", ErrorMessage = "between five seconds and one hour")]
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest pause between looks at an empty queue.</summary>
    /// <remarks>Ignored for work from the same process, which is seen at once.</remarks>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00", ErrorMessage = "between 50 milliseconds and one minute")]
    public TimeSpan IdlePause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often a <see href="../glossary.md#lane">cold lane</see> is looked at. A job of another
    /// <see href="../glossary.md#band">band</see> that another process queued may start this much late.
    /// </summary>
    /// <remarks>Ignored with the embedded store; for work from the same process.</remarks>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ErrorMessage = "between zero and one minute")]
    public TimeSpan ColdLanePause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long running work may go on after the process was asked to stop. Then it is put back.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "between zero and one hour")]
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Deliveries of a job's message before the job is given up. A crash of the process counts as one.</summary>
    [Range(1, 100, ErrorMessage = "between 1 and 100")]
    public int MaxDeliveries { get; init; } = 10;

    /// <summary>Deliveries of a completion message before it is given up.</summary>
    [Range(1, 100, ErrorMessage = "between 1 and 100")]
    public int MaxCallbackDeliveries { get; init; } = 5;
}
