using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediaInfo.Core.Callbacks;

namespace MediaInfo.Standalone.Queues;

/// <summary>The JSON of messages in a queue.</summary>
[JsonSerializable(typeof(IReadOnlyList<CallbackMessage>))]
internal sealed partial class QueueJson : JsonSerializerContext
{
    /// <summary>The context with the options for every answer.</summary>
    public static QueueJson Wire { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
