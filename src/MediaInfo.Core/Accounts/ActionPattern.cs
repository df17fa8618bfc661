using System.IO.Enumeration;

namespace MediaInfo.Core.Accounts;

/// <summary>Allow-list patterns such as "mts:*" and "mts:Query*".</summary>
public static class ActionPattern
{
    /// <summary>Whether the action matches the pattern. "*" matches any run of characters; case is ignored, as in RAM.</summary>
    public static bool Matches(string pattern, string action) =>
        FileSystemName.MatchesSimpleExpression(pattern, action, ignoreCase: true);
}
