using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Api.Gateway;

/// <summary>Who may see the results of the health checks. Section "Health".</summary>
public sealed record HealthOptions : ISettings
{
    /// <summary>
    /// A secret. A request that sends it as <c>X-Health-Key</c> gets the result of each check; without a key nobody does.
    /// </summary>
    [MinLength(16, ErrorMessage = "at least 16 characters")]
    public string? Key { get; init; }

    /// <inheritdoc />
    public IEnumerable<string> Problems() => KeyVaultReference.ProblemOf(nameof(Key), Key) is { } unresolved ? [unresolved] : [];

    /// <summary>Reveals nothing about the key.</summary>
    public override string ToString() => "(health)";
}
