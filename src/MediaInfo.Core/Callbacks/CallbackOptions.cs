using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Callbacks;

/// <summary>How completion messages are posted over HTTP. Section "Callbacks".</summary>
public sealed record CallbackOptions : ISettings
{
    /// <summary>
    /// Allows targets on private, loopback, link-local and metadata addresses. Off, a tenant cannot make this service call
    /// into the network that it runs in.
    /// </summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Wall time of one attempt, from the first connection to the last redirect's answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "between one second and one minute")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Redirects that are followed.</summary>
    [Range(0, 10, ErrorMessage = "between 0 and 10")]
    public int MaxRedirects { get; init; } = 3;

    /// <summary>Messages of an account that are posted to the same host and port at the same time, by each process.</summary>
    [Range(1, 256, ErrorMessage = "between 1 and 256")]
    public int HostConcurrency { get; init; } = 4;

    /// <summary>
    /// How long a message may be put off, without being tried, for a host that gives no answer. After that each time counts as a
    /// failed delivery, and so the message is given up.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "between zero and one day")]
    public TimeSpan PutOffFor { get; init; } = TimeSpan.FromHours(1);
}
