using System.IO.Enumeration;

namespace MediaInfo.Core.Accounts;

/// <summary>Allow-list patterns such as "mts:*" and "mts:Query*".</summary>
public static class ActionPattern
{
    /// <summary>Whether the action fits the pattern. "*" stands for any run of characters; letter case is ignored, as RAM does.</summary>
    public static bool Matches(string pattern, string action) =>
        FileSystemName.MatchesSimpleExpression(pattern, action, ignoreCase: true);
}
