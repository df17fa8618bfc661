using System.Text.Json;

namespace MediaInfo.Api.Gateway;

/// <summary>Reads JSON from callers.</summary>
internal static class CallerJson
{
    /// <summary>The value; null if the text is not JSON or not of the type.</summary>
    public static T? OrNull<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException means an escaped unpaired surrogate, which is valid JSON but not text.
            return null;
        }
    }
}
