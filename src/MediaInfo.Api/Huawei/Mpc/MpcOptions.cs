using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>How the service answers as Media Processing Center. Section "Mpc".</summary>
public sealed record MpcOptions : ISettings
{
    /// <summary>How long a call with <c>sync=1</c> may take to run its task.</summary>
    /// <remarks>Ignored for calls without <c>sync=1</c>.</remarks>
    [Range(typeof(TimeSpan), "00:00:00", "00:03:00", ErrorMessage = "between zero and three minutes")]
    public TimeSpan SynchronousBudget { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Answers task_id and the times as JSON numbers, as the page's samples have them, instead of strings.</summary>
    /// <remarks>Ignored outside MPC.</remarks>
    public bool BareNumbers { get; init; }
}
