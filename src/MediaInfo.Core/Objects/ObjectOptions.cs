using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Objects;

/// <summary>The buckets and locations that this service serves. Section "Objects".</summary>
public sealed record ObjectOptions : ISettings
{
    /// <summary>A region, in a vendor's spelling, that means this service's storage. Any other region is refused.</summary>
    [MinLength(1, ErrorMessage = "must list at least one location")]
    public IReadOnlyList<string> Locations { get; init; } = [];

    /// <summary>
    /// An outer bound: the only buckets that the service serves, whatever <c>Buckets</c> of the accounts say. Without one,
    /// there is no such bound.
    /// </summary>
    public IReadOnlyList<string> Buckets { get; init; } = [];
}
