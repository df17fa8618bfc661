namespace MediaInfo.Core.Objects;

/// <summary>What an object's URL says.</summary>
/// <param name="Source">The object.</param>
/// <param name="Location">The location that the URL names, such as "oss-cn-hangzhou"; the service's own where it names none.</param>
public sealed record ObjectAddress(ObjectRef Source, string Location)
{
    private const string ServicePrefix = "oss-";

    /// <summary>The region of the location: "cn-hangzhou" of "oss-cn-hangzhou".</summary>
    public string Region =>
        Location.StartsWith(ServicePrefix, StringComparison.Ordinal) ? Location[ServicePrefix.Length..] : Location;
}
