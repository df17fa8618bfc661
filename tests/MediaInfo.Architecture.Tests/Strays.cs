namespace MediaInfo.Architecture.Tests;

/// <summary>Violations of a rule.</summary>
internal static class Strays
{
    /// <summary>Fails with the full list unless it is empty.</summary>
    public static void None(IEnumerable<string> strays)
    {
        var found = strays.Order(StringComparer.Ordinal).ToList();
        if (found.Count > 0)
        {
            Assert.Fail(string.Join(Environment.NewLine, found));
        }
    }
}
