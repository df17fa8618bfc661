namespace MediaInfo.Core.Library;

/// <summary>Identifies an asset within its account.</summary>
/// <param name="Account">The owning account's id.</param>
/// <param name="Id">The asset's id: 32 lower-case hexadecimal digits; newer ids sort first.</param>
public sealed record AssetKey(string Account, string Id);
