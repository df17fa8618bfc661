namespace MediaInfo.Core.Configuration;

/// <summary>A group of settings with rules of its own beyond its attributes.</summary>
public interface ISettings
{
    /// <summary>Every broken rule as a sentence that begins with the setting's name; empty when all hold.</summary>
    IEnumerable<string> Problems() => [];
}
