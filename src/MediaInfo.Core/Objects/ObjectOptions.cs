using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Objects;

/// <summary>Which buckets and locations this service serves. Section "Objects".</summary>
public sealed record ObjectOptions : ISettings
{
    /// <summary>The locations that mean this service's storage, in every vendor's spelling. Any other is refused.</summary>
    [MinLength(1, ErrorMessage = "name at least one location")]
    public IReadOnlyList<string> Locations { get; init; } = [];

    /// <summary>The only buckets that this service serves, whatever its accounts are granted; empty sets no such bound.</summary>
    public IReadOnlyList<string> Buckets { get; init; } = [];
}
