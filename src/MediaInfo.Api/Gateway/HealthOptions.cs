using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Api.Gateway;

/// <summary>Who is told what the checks of health found. Section "Health".</summary>
public sealed record HealthOptions : ISettings
{
    /// <summary>The key that a request for the details must carry; null gives them to nobody. It is a secret: never logged, never answered.</summary>
    [MinLength(16, ErrorMessage = "at least 16 characters")]
    public string? Key { get; init; }

    /// <inheritdoc />
    public IEnumerable<string> Problems() => KeyVaultReference.ProblemOf(nameof(Key), Key) is { } unresolved ? [unresolved] : [];

    /// <summary>Nothing of the key.</summary>
    public override string ToString() => "(health)";
}
