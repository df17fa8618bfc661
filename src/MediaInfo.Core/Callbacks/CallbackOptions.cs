using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Callbacks;

/// <summary>Settings of HTTP callbacks. Section "Callbacks".</summary>
public sealed record CallbackOptions : ISettings
{
    /// <summary>
    /// Allows targets on private, loopback, link-local and metadata addresses. If off, a tenant cannot make this service call
    /// into its own network.
    /// </summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Wall-clock limit of one attempt, from the first connection to the response of the last redirect.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "between one second and one minute")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Maximum number of redirects to follow.</summary>
    [Range(0, 10, ErrorMessage = "between 0 and 10")]
    public int MaxRedirects { get; init; } = 3;

    /// <summary>Concurrent posts per account, host and port, in each process.</summary>
    [Range(1, 256, ErrorMessage = "between 1 and 256")]
    public int HostConcurrency { get; init; } = 4;

    /// <summary>
    /// How long a message to an unresponsive host may be postponed without an attempt. After that, each postponement counts as a
    /// failed delivery, and the message is eventually abandoned.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "between zero and one day")]
    public TimeSpan PutOffFor { get; init; } = TimeSpan.FromHours(1);
}
