namespace MediaInfo.TestSupport;

/// <summary>A request to storage and its answer.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">Path and query.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Bytes">The length of the answer's body.</param>
public sealed record StorageExchange(string Method, string Url, int Status, long Bytes)
{
    // An answer without messages is shorter: an XML declaration and an empty list.
    private const int EmptyList = 120;

    /// <summary>Whether it was a poll of a queue that found nothing.</summary>
    public bool IsEmptyLook =>
        Method is "GET" && Url.Contains("/messages?", StringComparison.Ordinal) && Bytes < EmptyList;

    /// <summary>Whether it was a list of queues.</summary>
    public bool IsListOfQueues =>
        Method is "GET"
        && Url.Contains("comp=list", StringComparison.Ordinal)
        && !Url.Contains("restype=", StringComparison.Ordinal);
}
