namespace MediaInfo.Core.Objects;

/// <summary>What an object's URL says.</summary>
/// <param name="Source">The object.</param>
/// <param name="Location">The location that the URL names, such as "oss-cn-hangzhou"; the service's own where it names none.</param>
public sealed record ObjectAddress(ObjectRef Source, string Location);
