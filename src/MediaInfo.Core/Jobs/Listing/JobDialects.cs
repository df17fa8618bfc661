namespace MediaInfo.Core.Jobs.Listing;

/// <summary>
/// What the names of dialects say. A name begins with its API, and may go on with hyphens: "mps-snapshots", "ims-library-tags".
/// </summary>
public static class JobDialects
{
    private const char Separator = '-';

    /// <summary>The API of a dialect, such as "ims".</summary>
    public static string ApiOf(string dialect)
    {
        var end = dialect.IndexOf(Separator, StringComparison.Ordinal);
        return end < 0 ? dialect : dialect[..end];
    }

    /// <summary>What the jobs of a dialect do.</summary>
    public static JobWork WorkOf(string dialect) => dialect[(dialect.LastIndexOf(Separator) + 1)..] switch
    {
        "snapshots" or "frames" => JobWork.Snapshot,
        "tags" => JobWork.Tags,
        _ => JobWork.Analysis,
    };
}
