using System.Net.Sockets;
using System.Text;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>Requests that no HTTP client would send.</summary>
internal static class RawRequest
{
    /// <summary>Sends a request line unchanged and reads the head of the answer.</summary>
    public static async Task<string> AskAsync(Uri proxy, string requestLine, string? credential)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(proxy.Host, proxy.Port);
        await using var stream = client.GetStream();
        var authorization = credential is null ? "" : $"Proxy-Authorization: {credential}\r\n";
        var head =
            $"{requestLine} HTTP/1.1\r\nHost: {proxy.Authority}\r\n{authorization}Content-Length: 0\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head));

        var answer = new StringBuilder();
        var buffer = new byte[1024];
        int read;
        while (!answer.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && (read = await stream.ReadAsync(buffer)) > 0)
        {
            answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return answer.ToString();
    }
}
