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
}
