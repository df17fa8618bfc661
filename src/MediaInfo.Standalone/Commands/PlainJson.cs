using System.Text.Encodings.Web;
using System.Text.Json;

namespace MediaInfo.Standalone.Commands;

/// <summary>How JSON is printed: text outside ASCII as it is, but no control character, which a terminal might obey.</summary>
internal static class PlainJson
{
    /// <summary>In one line.</summary>
    public static JsonSerializerOptions Compact { get; } = New(isIndented: false);

    /// <summary>Indented.</summary>
    public static JsonSerializerOptions Indented { get; } = New(isIndented: true);

    private static JsonSerializerOptions New(bool isIndented) =>
        new() { WriteIndented = isIndented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
