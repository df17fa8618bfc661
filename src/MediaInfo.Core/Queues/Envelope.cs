using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MediaInfo.Core.Queues;

/// <summary>The envelope of every queue message: its name, version and data.</summary>
/// <param name="Name">The message name.</param>
/// <param name="Version">The version of the data format.</param>
/// <param name="Data">The data.</param>
public sealed record Envelope(string Name, int Version, JsonElement Data)
{
    /// <summary>The history of a postponed message; null if it was never postponed.</summary>
    public PutOff? PutOff { get; init; }

    /// <summary>Writes the text of a queue message.</summary>
    public static string Write<T>(string name, int version, T data, JsonTypeInfo<T> type) =>
        new Envelope(name, version, JsonSerializer.SerializeToElement(data, type)).ToText();

    /// <summary>The envelope of a text; null if the text has none.</summary>
    public static Envelope? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, QueueJson.Default.Envelope);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The data of a message with the name and version; null for any other text.</summary>
    public static T? Read<T>(string text, string name, int version, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return Read(text) is { Data.ValueKind: JsonValueKind.Object } envelope && envelope.Version == version
                && string.Equals(envelope.Name, name, StringComparison.Ordinal)
                ? envelope.Data.Deserialize(type)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The envelope as message text.</summary>
    public string ToText() => JsonSerializer.Serialize(this, QueueJson.Default.Envelope);
}
