namespace MediaInfo.Core.Library.Claims;

/// <summary>How an attempt to take a name ended.</summary>
public enum NameTaking
{
    /// <summary>The name is claimed for the asset.</summary>
    Taken,

    /// <summary>Another asset bears it.</summary>
    Borne,

    /// <summary>Another writer came between: begin anew.</summary>
    Disturbed,
}
