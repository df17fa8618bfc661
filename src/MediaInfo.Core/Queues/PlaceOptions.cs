using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Queues;

/// <summary>How many jobs a process works on at the same time.</summary>
public abstract record PlaceOptions : ISettings
{
    // A job waits for storage and for its ffprobe's start, and the processor would be idle meanwhile.
    private const int PerProcessor = 2;

    /// <summary>
    /// Jobs, and steps of jobs with digest or packets that run apart from them, that run at the same time, those of synchronous
    /// calls among them; 0 means two for each processor that .NET sees.
    /// </summary>
    [Range(0, 256, ErrorMessage = "between 0 and 256")]
    public int Concurrency { get; init; }

    /// <summary>
    /// As many may run beyond <see cref="Concurrency"/>, for accounts that have less than their fair share running. None stands
    /// for as many again. With 0 such an account waits until a place is free.
    /// </summary>
    /// <remarks>Ignored while only one account has work.</remarks>
    [Range(0, 256, ErrorMessage = "between 0 and 256")]
    public int? GuestConcurrency { get; init; }

    /// <summary>The effective <see cref="Concurrency"/>.</summary>
    public int EffectiveConcurrency => Concurrency > 0 ? Concurrency : PerProcessor * Environment.ProcessorCount;

    /// <summary>The effective <see cref="GuestConcurrency"/>.</summary>
    public int EffectiveGuestConcurrency => GuestConcurrency ?? EffectiveConcurrency;

    /// <summary>The places, shared among accounts.</summary>
    public FairShares SharedAmong(IEnumerable<string> accounts) =>
        new([.. accounts], EffectiveConcurrency, EffectiveGuestConcurrency);
}
