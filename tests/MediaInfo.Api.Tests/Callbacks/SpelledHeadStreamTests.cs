using System.Text;
using MediaInfo.Api.Callbacks;

namespace MediaInfo.Api.Tests.Callbacks;

public sealed class SpelledHeadStreamTests
{
    private const string Head = "POST / HTTP/1.1\r\nContent-MD5: a\r\nContent-Length: 20\r\n\r\n";
    private const string Body = "..\r\nContent-MD5: b\r\n";

    [Theory]
    [InlineData(Head + Body + "|" + Head + Body)]
    [InlineData(Head + "|" + Body + "|" + Head + "|" + Body)]
    [InlineData(Head + "|..|\r\nContent-MD5: b\r\n|" + Head + Body)]
    public async Task The_name_is_changed_in_heads_only(string writes)
    {
        Assert.Equal(20, Body.Length);
        var spelled = Head.Replace("MD5", "md5", StringComparison.Ordinal) + Body;

        Assert.Equal(spelled + spelled, await WriteAsync(writes.Split('|')));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nConte|nt-MD5: a\r\n\r\n")]
    public async Task Everything_else_passes_as_it_is(string writes) =>
        Assert.Equal(writes.Replace("|", "", StringComparison.Ordinal), await WriteAsync(writes.Split('|')));

    private static async Task<string> WriteAsync(string[] writes)
    {
        using var received = new MemoryStream();
        await using var stream = new SpelledHeadStream(received);
        foreach (var text in writes)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
        }

        return Encoding.ASCII.GetString(received.ToArray());
    }
}
