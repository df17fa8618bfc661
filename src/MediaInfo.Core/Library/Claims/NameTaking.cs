namespace MediaInfo.Core.Library.Claims;

/// <summary>The outcome of an attempt to take a name.</summary>
public enum NameTaking
{
    /// <summary>The name is claimed for the asset.</summary>
    Taken,

    /// <summary>Another asset has the name.</summary>
    Held,

    /// <summary>Another writer interfered: start over.</summary>
    Disturbed,
}
