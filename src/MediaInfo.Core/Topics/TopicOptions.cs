using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Topics;

/// <summary>Limits of topics. Section "Topics".</summary>
public sealed record TopicOptions : ISettings
{
    /// <summary>Topics that an account may have.</summary>
    [Range(1, 10_000, ErrorMessage = "between 1 and 10000")]
    public int MaxPerAccount { get; init; } = 1000;

    /// <summary>Subscriptions that a topic may have.</summary>
    [Range(1, 100, ErrorMessage = "between 1 and 100")]
    public int MaxSubscriptions { get; init; } = 100;
}
