using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace MediaInfo.Standalone.Tests.Objects;

/// <summary>The answer to a request that was written byte by byte.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body, without the marks of chunks.</param>
internal sealed record RawReply(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Sends one request on its own connection.</summary>
    public static async Task<RawReply> AskAsync(Uri server, string method, string target, params string[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        await using var stream = client.GetStream();
        string[] lines = [$"{method} {target} HTTP/1.1", $"Host: {server.Authority}", "Connection: close", .. headers, "", ""];
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", lines)));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = text[..end].Split("\r\n");
        var fields = head.Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = text[(end + 4)..];
        return new RawReply(
            int.Parse(head[0].Split(' ')[1], CultureInfo.InvariantCulture),
            fields,
            fields.ContainsKey("Transfer-Encoding") ? Joined(body) : body);
    }

    private static string Joined(string chunks)
    {
        var body = new StringBuilder();
        for (var rest = chunks; ;)
        {
            var line = rest.IndexOf("\r\n", StringComparison.Ordinal);
            var length = Convert.ToInt32(rest[..line], 16);
            if (length == 0)
            {
                return body.ToString();
            }

            body.Append(rest.AsSpan(line + 2, length));
            rest = rest[(line + 2 + length + 2)..];
        }
    }
}
