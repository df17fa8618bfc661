namespace MediaInfo.Core.Objects.Uploads;

/// <summary>The right to write one object.</summary>
/// <param name="Target">The object.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Overwrite">Whether an object that is there may be replaced.</param>
public sealed record ObjectUpload(ObjectRef Target, long Size, bool Overwrite);
