namespace MediaInfo.Core.Objects;

/// <summary>A parsed object URL.</summary>
/// <param name="Source">The object.</param>
/// <param name="Location">
/// The location in the URL, such as "oss-cn-hangzhou"; the service's own location if there is none.
/// </param>
public sealed record ObjectAddress(ObjectRef Source, string Location)
{
    private const string ServicePrefix = "oss-";

    /// <summary>The region of the location: "cn-hangzhou" for "oss-cn-hangzhou".</summary>
    public string Region =>
        Location.StartsWith(ServicePrefix, StringComparison.Ordinal) ? Location[ServicePrefix.Length..] : Location;
}
