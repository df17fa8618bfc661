using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Queues;

/// <summary>How many jobs a process works on at the same time.</summary>
public abstract record PlaceOptions : ISettings
{
    // A job waits for storage and for its ffprobe's start, and the processor would be idle meanwhile.
    private const int PerProcessor = 2;

    /// <summary>
    /// Jobs, and reading steps that run apart from their jobs, at the same time; 0 means two per processor.
    /// </summary>
    [Range(0, 256, ErrorMessage = "between 0 and 256")]
    public int Concurrency { get; init; }

    /// <summary>
    /// As many may run beyond <see cref="Concurrency"/> for accounts running less than their fair share, so one account's long
    /// jobs do not block another's. Null means the same number again; with 0 an account waits for a free place. Ignored while
    /// only one account has work.
    /// </summary>
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
