using System.Text;
using System.Text.Json;

namespace MediaInfo.Core.Serialization;

/// <summary>Reads JSON scalars as text, because writers differ in what they write as numbers and as strings.</summary>
public static class JsonScalar
{
    /// <summary>The scalar at the reader's position; null for null, and for objects and arrays, which are skipped.</summary>
    public static string? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.Skip();
                return null;
        }
    }
}
