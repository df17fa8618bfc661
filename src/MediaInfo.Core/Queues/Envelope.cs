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
    /// <summary>The message's text for the queue.</summary>
    public static string Write<T>(string name, int version, T data, JsonTypeInfo<T> type) =>
        JsonSerializer.Serialize(new Envelope(name, version, JsonSerializer.SerializeToElement(data, type)), CoreJson.Default.Envelope);

    /// <summary>The data of a message of that name and version; null for any other text.</summary>
    public static T? Read<T>(string text, string name, int version, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            var envelope = JsonSerializer.Deserialize(text, CoreJson.Default.Envelope);
            return envelope is { Data.ValueKind: JsonValueKind.Object } && envelope.Version == version
                && string.Equals(envelope.Name, name, StringComparison.Ordinal)
                ? envelope.Data.Deserialize(type)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
