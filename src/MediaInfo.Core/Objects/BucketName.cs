namespace MediaInfo.Core.Objects;

/// <summary>The rule for names of buckets, that of storage's containers. Its queues have the same.</summary>
public static class BucketName
{
    /// <summary>Whether the name has 3 to 63 lower-case letters, digits and single inner hyphens.</summary>
    public static bool IsLegal(string name) =>
        name.Length is >= 3 and <= 63
        && name.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c == '-')
        && name[0] != '-'
        && name[^1] != '-'
        && !name.Contains("--", StringComparison.Ordinal);
}
