namespace MediaInfo.Core.Configuration;

/// <summary>Rules that span several groups of settings.</summary>
public interface ISettingsCheck
{
    /// <summary>One sentence per violated rule, starting with the section and the setting's name; empty if all hold.</summary>
    IEnumerable<string> Problems();
}
