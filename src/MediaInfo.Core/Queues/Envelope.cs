using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediaInfo.Core.Serialization;

namespace MediaInfo.Core.Queues;

/// <summary>What stands around every queue message: its name, its version, its data.</summary>
/// <param name="Name">What the message is.</param>
/// <param name="Version">The version of its data's form.</param>
/// <param name="Data">The data.</param>
public sealed record Envelope(string Name, int Version, JsonElement Data)
{
    /// <summary>What is known of a message that was put off; null for one that never was.</summary>
    public PutOff? PutOff { get; init; }

    /// <summary>The message's text for the queue.</summary>
    public static string Write<T>(string name, int version, T data, JsonTypeInfo<T> type) =>
        new Envelope(name, version, JsonSerializer.SerializeToElement(data, type)).ToText();

    /// <summary>The envelope of a text; null for one that is none.</summary>
    public static Envelope? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, CoreJson.Default.Envelope);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The data of a message of that name and version; null for any other text.</summary>
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

    /// <summary>The envelope as the text of a message.</summary>
    public string ToText() => JsonSerializer.Serialize(this, CoreJson.Default.Envelope);
}
