using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Functions.Turns;

/// <summary>How many jobs an instance works on at the same time. Section "Turns".</summary>
/// <remarks>
/// host.json's maxConcurrentActivityFunctions must be larger than both numbers together, so that a turn which waits for room does
/// not keep out those of other accounts.
/// </remarks>
public sealed record TurnOptions : ISettings
{
    private const int PerProcessor = 2;

    /// <summary>Jobs, and steps of jobs that fan out, which run at the same time; 0 means two per processor.</summary>
    [Range(0, 256, ErrorMessage = "between 0 and 256")]
    public int Concurrency { get; init; }

    /// <summary>
    /// As many may run beyond <see cref="Concurrency"/> for accounts running less than their fair share. Null means the same
    /// number again; with 0 an account waits until another's work ends.
    /// </summary>
    [Range(0, 256, ErrorMessage = "between 0 and 256")]
    public int? GuestConcurrency { get; init; }

    /// <summary>The effective <see cref="Concurrency"/>.</summary>
    public int EffectiveConcurrency => Concurrency > 0 ? Concurrency : PerProcessor * Environment.ProcessorCount;

    /// <summary>The effective <see cref="GuestConcurrency"/>.</summary>
    public int EffectiveGuestConcurrency => GuestConcurrency ?? EffectiveConcurrency;
}
