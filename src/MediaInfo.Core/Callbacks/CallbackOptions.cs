using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Callbacks;

/// <summary>How completion messages and library events are posted over HTTP. Section "Callbacks".</summary>
public sealed record CallbackOptions : ISettings
{
    /// <summary>
    /// Allows targets on private, loopback, link-local and metadata addresses. While it is off, a caller cannot make the
    /// service call into the network that it runs in.
    /// </summary>
    /// <remarks>Ignored for queue targets.</remarks>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>How long one attempt may take, from the first connection to the answer after the last redirect.</summary>
    /// <remarks>Ignored for queue targets.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "between one second and one minute")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Redirects that are followed.</summary>
    /// <remarks>Ignored for queue targets.</remarks>
    [Range(0, 10, ErrorMessage = "between 0 and 10")]
    public int MaxRedirects { get; init; } = 3;

    /// <summary>Messages of one account that a process posts to one host and port at the same time.</summary>
    /// <remarks>Ignored for queue targets.</remarks>
    [Range(1, 256, ErrorMessage = "between 1 and 256")]
    public int HostConcurrency { get; init; } = 4;

    /// <summary>
    /// How long a message may be put off, without being tried, while its host does not answer. After that each time counts as
    /// a failed delivery.
    /// </summary>
    /// <remarks>Ignored for queue targets.</remarks>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "between zero and one day")]
    public TimeSpan PutOffFor { get; init; } = TimeSpan.FromHours(1);
}
