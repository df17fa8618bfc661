namespace MediaInfo.Core.Library;

/// <summary>Names one asset. Assets of another account are never found under this key.</summary>
/// <param name="Account">The owning account's id.</param>
/// <param name="Id">The asset's id: 32 lower-case hexadecimal digits, newer ones sorting first.</param>
public sealed record AssetKey(string Account, string Id);
