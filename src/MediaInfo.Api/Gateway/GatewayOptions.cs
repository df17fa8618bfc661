using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Api.Gateway;

/// <summary>Limits of requests, and of the time of synchronous calls. Both hosts use them. Section "Gateway".</summary>
public sealed record GatewayOptions : ISettings
{
    /// <summary>The largest request body, in bytes.</summary>
    [Range(1024, 16 * 1024 * 1024, ErrorMessage = "between 1 KiB and 16 MiB")]
    public int MaxBodyBytes { get; init; } = 256 * 1024;

    /// <summary>How long a request's body may take to arrive.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "between one second and ten minutes")]
    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Parameters of a request; each counts as often as it is sent.</summary>
    [Range(100, 100_000, ErrorMessage = "between 100 and 100000")]
    public int MaxParameters { get; init; } = 1000;

    /// <summary>
    /// Requests a second of one account and one action to one process, and as many at once. Each action of each account is
    /// limited independently.
    /// </summary>
    [Range(1, 1_000_000, ErrorMessage = "between 1 and 1000000")]
    public int RequestsPerSecond { get; init; } = 100;

    /// <summary>
    /// Requests a second of one account to one process, of all its actions together; 0 for no such limit. It counts besides
    /// RequestsPerSecond.
    /// </summary>
    [Range(0, 1_000_000, ErrorMessage = "between 0 and 1000000")]
    public int SharedRequestsPerSecond { get; init; }

    /// <summary>
    /// How long a submit call of MPS with <c>Async=false</c>, or SubmitSyncMediaInfoJob of IMS, may take to run its job.
    /// </summary>
    /// <remarks>Ignored in the other APIs.</remarks>
    [Range(typeof(TimeSpan), "00:00:00", "00:03:00", ErrorMessage = "between zero and three minutes")]
    public TimeSpan SynchronousBudget { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The same time where a call of MPS has no <c>Async</c>.</summary>
    /// <remarks>Ignored in the other APIs.</remarks>
    [Range(typeof(TimeSpan), "00:00:00", "00:03:00", ErrorMessage = "between zero and three minutes")]
    public TimeSpan UnspecifiedBudget { get; init; } = TimeSpan.FromSeconds(15);
}
