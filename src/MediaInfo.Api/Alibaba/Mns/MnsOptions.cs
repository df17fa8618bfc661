using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>Limits of Message Service. Section "Mns".</summary>
public sealed record MnsOptions : ISettings
{
    /// <summary>Receive calls of one account that may wait for a message at the same time, in one process.</summary>
    [Range(1, 100_000, ErrorMessage = "between 1 and 100000")]
    public int MostWaits { get; init; } = 100;

    /// <summary>Message queues that an account may have before CreateQueue is refused.</summary>
    [Range(1, 1_000_000, ErrorMessage = "between 1 and 1000000")]
    public int MostQueues { get; init; } = 1_000;
}
