namespace MediaInfo.Core.Library;

/// <summary>How a registration ended.</summary>
/// <param name="Asset">The asset, registered now or before; null when its reference id is another one's.</param>
public sealed record RegistrationOutcome(Asset? Asset);
