using System.Text.Json;

namespace MediaInfo.Api.Gateway;

/// <summary>Reads JSON that callers wrote.</summary>
internal static class CallerJson
{
    /// <summary>What is read; null where the text is no JSON, or not of the type.</summary>
    public static T? OrNull<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second for half a surrogate pair, escaped: JSON by its grammar, but no text.
            return null;
        }
    }
}
