using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Objects;

/// <summary>The buckets and locations that this service serves. Section "Objects".</summary>
public sealed record ObjectOptions : ISettings
{
    /// <summary>
    /// The location names that refer to this service's storage, in every vendor's spelling. All others are rejected.
    /// </summary>
    [MinLength(1, ErrorMessage = "must list at least one location")]
    public IReadOnlyList<string> Locations { get; init; } = [];

    /// <summary>The only buckets that this service serves, whatever accounts are granted; empty means no restriction.</summary>
    public IReadOnlyList<string> Buckets { get; init; } = [];
}
