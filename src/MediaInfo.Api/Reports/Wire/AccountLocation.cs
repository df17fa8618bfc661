namespace MediaInfo.Api.Reports.Wire;

/// <summary>A location that means this service's storage. Source: our own.</summary>
/// <param name="Name">The location, such as oss-cn-hangzhou.</param>
/// <param name="Dialect">The API whose spelling it has: mps (and ims) for a name that begins with oss-, else mpc.</param>
public sealed record AccountLocation(string Name, string Dialect);
