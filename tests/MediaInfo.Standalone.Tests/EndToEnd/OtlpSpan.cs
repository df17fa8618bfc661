using System.Text;

namespace MediaInfo.Standalone.Tests.EndToEnd;

/// <summary>An exported span.</summary>
public sealed record OtlpSpan(string TraceId, string Id, string ParentId, string Name, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>Reads a Span message of opentelemetry-proto, trace/v1. Only string tags keep their values.</summary>
    public static OtlpSpan Read(byte[] span) => new(
        Hex(span, 1),
        Hex(span, 2),
        Hex(span, 4),
        Text(span, 5),
        Protobuf.Messages(span, 9).ToDictionary(
            tag => Text(tag, 1),
            tag => Protobuf.Messages(tag, 2).Select(value => Text(value, 1)).FirstOrDefault(""),
            StringComparer.Ordinal));

    private static string Hex(byte[] message, int field) =>
        Convert.ToHexStringLower(Protobuf.Messages(message, field).FirstOrDefault([]));

    private static string Text(byte[] message, int field) =>
        Encoding.UTF8.GetString(Protobuf.Messages(message, field).FirstOrDefault([]));
}
