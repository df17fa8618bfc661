namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>An HTTP answer.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body.</param>
internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>A header's value; empty if absent.</summary>
    public string this[string header] => Headers.TryGetValue(header, out var value) ? value : "";
}
