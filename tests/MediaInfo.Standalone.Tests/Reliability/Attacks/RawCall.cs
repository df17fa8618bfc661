using System.Globalization;
using System.Text;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>An HTTP request, byte for byte as sent.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query, encoded.</param>
internal sealed record RawCall(string Method, string Target)
{
    /// <summary>All headers except Content-Length, in the order sent.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The body.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>The bytes on the wire.</summary>
    public byte[] ToBytes()
    {
        var head = new StringBuilder($"{Method} {Target} HTTP/1.1\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append($"{name}: {value}\r\n");
        }

        if (Body.Length > 0)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n");
        }

        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. Body];
    }
}
