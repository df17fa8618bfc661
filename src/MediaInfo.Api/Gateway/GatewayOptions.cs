using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Api.Gateway;

/// <summary>Request limits and wait times. Section "Gateway".</summary>
public sealed record GatewayOptions : ISettings
{
    /// <summary>Largest request body, in bytes.</summary>
    [Range(1024, 16 * 1024 * 1024, ErrorMessage = "between 1 KiB and 16 MiB")]
    public int MaxBodyBytes { get; init; } = 256 * 1024;

    /// <summary>Time limit for receiving a request's body.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "between one second and ten minutes")]
    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Maximum parameters per request, counting repetitions.</summary>
    [Range(100, 100_000, ErrorMessage = "between 100 and 100000")]
    public int MaxParameters { get; init; } = 1000;

    /// <summary>Requests per second that one account may send through one process.</summary>
    [Range(1, 1_000_000, ErrorMessage = "between 1 and 1000000")]
    public int RequestsPerSecond { get; init; } = 100;

    /// <summary>
    /// How long a submit call that asks for the result waits; then it answers that the analysis is still running.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:03:00", ErrorMessage = "between zero and three minutes")]
    public TimeSpan SynchronousBudget { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The same wait if the caller did not say whether it wants the result at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:03:00", ErrorMessage = "between zero and three minutes")]
    public TimeSpan UnspecifiedBudget { get; init; } = TimeSpan.FromSeconds(15);
}
