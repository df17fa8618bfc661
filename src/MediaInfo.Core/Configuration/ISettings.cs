namespace MediaInfo.Core.Configuration;

/// <summary>A group of settings with rules beyond its validation attributes.</summary>
public interface ISettings
{
    /// <summary>One sentence per violated rule, starting with the setting's name; empty if all hold.</summary>
    IEnumerable<string> Problems() => [];
}
