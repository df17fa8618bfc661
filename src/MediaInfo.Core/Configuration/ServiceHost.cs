namespace MediaInfo.Core.Configuration;

/// <summary>The form in which this service runs.</summary>
/// <param name="Name">"standalone" or "functions".</param>
public sealed record ServiceHost(string Name);
