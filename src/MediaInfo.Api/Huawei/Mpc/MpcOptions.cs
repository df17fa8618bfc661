using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>How the service answers as Media Processing Center. Section "Mpc".</summary>
public sealed record MpcOptions : ISettings
{
    /// <summary>How long a call with sync=1 waits for the metadata; then it answers that the task is still running.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:03:00", ErrorMessage = "between zero and three minutes")]
    public TimeSpan SynchronousBudget { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Whether task_id and the times are JSON numbers, as in the page's samples, or strings, as in its tables and in the SDKs.
    /// </summary>
    public bool BareNumbers { get; init; }
}
