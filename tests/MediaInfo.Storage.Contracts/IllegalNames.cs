namespace MediaInfo.Storage.Contracts;

/// <summary>Names that no bucket and no queue has.</summary>
public static class IllegalNames
{
    public static TheoryData<string> OfBuckets { get; } =
    [
        "",
        "ab",
        "Upper-Case",
        "under_score",
        "two--hyphens",
        "-hyphen-first",
        "hyphen-last-",
        "a/b",
        "..",
        "$root",
        "bucket.with.dots",
        "视频视频",
        "sixty-four-characters-are-one-more-than-storage-allows-for-names",
    ];

    public static TheoryData<string> OfQueues { get; } = ["", "-first", "_first", "a/../b", "dots.", "视频", new string('x', 257)];
}
