namespace MediaInfo.TestSupport;

/// <summary>Names that no other test uses.</summary>
public static class Unique
{
    /// <summary>
    /// A unique name for an account, bucket or queue: lower-case letters, digits and single hyphens after the prefix.
    /// </summary>
    /// <param name="prefix">Its beginning, at most 30 characters.</param>
    public static string Name(string prefix) => $"{prefix}-{Guid.NewGuid():N}";

    /// <summary>A unique id of a job, asset or pipeline: 32 lower-case hexadecimal digits.</summary>
    public static string Id() => Guid.NewGuid().ToString("N");
}
