namespace MediaInfo.Core.Configuration;

/// <summary>Rules of settings that need more than their own group to be checked.</summary>
public interface ISettingsCheck
{
    /// <summary>Every broken rule as a sentence that begins with the setting's name and section; empty when all hold.</summary>
    IEnumerable<string> Problems();
}
