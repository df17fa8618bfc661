namespace MediaInfo.Core.Library;

/// <summary>The outcome of a registration.</summary>
/// <param name="Asset">The asset, registered now or earlier; null if another asset has its reference id.</param>
public sealed record RegistrationOutcome(Asset? Asset);
