using System.Globalization;
using System.Text.Json;
using MediaInfo.Standalone.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Standalone.Tests.Commands;

/// <summary>A probe of an address, whose server behaves well or not.</summary>
public sealed class ProbeAddressTests : IAsyncLifetime
{
    private static readonly byte[] Clip = File.ReadAllBytes(CommandLineRun.Clip("sample.mp4"));

    private readonly List<string> _asked = [];
    private WebApplication _server = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.Run(AnswerAsync);
        await _server.StartAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("ranges/clip.mp4")]
    [InlineData("ranges/clip.mp4?token=a%2Fb")]
    [InlineData("whole/clip.mp4")]
    [InlineData("moved/clip.mp4")]
    [InlineData("parts/clip.mp4")]
    [InlineData("ranges/a%20b%25%23.mp4")]
    public async Task An_address_is_described_like_the_file(string path)
    {
        var run = await CommandLineRun.ProbeAsync(At(path), "--packets", "--digest");

        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        var description = JsonElement.Parse(run.Output).GetProperty("Description");
        Assert.Equal(Clip.Length, description.GetProperty("container").GetProperty("size").GetInt32());
        Assert.Equal(100, description.GetProperty("videoStreams")[0].GetProperty("frameCount").GetInt32());
    }

    [Theory]
    [InlineData("missing/clip.mp4", ExitCode.Unreadable)]
    [InlineData("forbidden/clip.mp4", ExitCode.Unreadable)]
    [InlineData("broken/clip.mp4", ExitCode.Unreadable)]
    [InlineData("sizeless/clip.mp4", ExitCode.Unreadable)]
    [InlineData("changing/clip.mp4", ExitCode.Unreadable)]
    [InlineData("file/clip.mp4", ExitCode.Unreadable)]
    [InlineData("circle/clip.mp4", ExitCode.Unreadable)]
    [InlineData("silent/clip.mp4", ExitCode.Unreadable)]
    [InlineData("text/clip.mp4", ExitCode.NotMedia)]
    public async Task What_an_address_cannot_give_has_its_own_code(string path, int code)
    {
        var run = await CommandLineRun.ProbeAsync(At(path), "--digest");

        Assert.Equal((code, ""), (run.Code, run.Output));
        Assert.Matches(@"^mediainfo: http://127[^\n]+\n$", run.Error);
    }

    [Fact]
    public async Task A_playlist_can_name_neighbours_but_none_that_redirect_and_no_other_host()
    {
        var good = await CommandLineRun.ProbeAsync(At("hls/good.m3u8"));
        Assert.Equal(ExitCode.Ok, good.Code);
        _asked.Clear();

        var redirected = await CommandLineRun.ProbeAsync(At("hls/redirected.m3u8"));
        var elsewhere = await CommandLineRun.ProbeAsync(At("hls/elsewhere.m3u8"));

        Assert.Equal((ExitCode.Unreadable, ExitCode.NotMedia), (redirected.Code, elsewhere.Code));
        Assert.Contains("/hls/away.ts", _asked);
        Assert.DoesNotContain("/hls/segment0.ts", _asked);
    }

    private string At(string path) => $"{_server.Urls.Single()}/{path}";

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        lock (_asked)
        {
            _asked.Add(path);
        }

        return path.Split('/')[1] switch
        {
            "ranges" => SendAsync(context, Clip, hasRanges: true),
            "whole" => SendAsync(context, Clip, hasRanges: false),
            "text" => SendAsync(context, [.. "no media\n"u8], hasRanges: true),
            "moved" => Redirect(context, "/ranges/clip.mp4"),
            "file" => Redirect(context, "file:///etc/passwd"),
            "circle" => Redirect(context, "/circle/clip.mp4"),
            "silent" => Task.Delay(Timeout.Infinite, context.RequestAborted),
            "sizeless" => context.Response.Body.WriteAsync(Clip).AsTask(),
            "parts" => SendInPartsAsync(context, isOfOneVersion: true),
            "changing" => SendInPartsAsync(context, isOfOneVersion: false),
            "forbidden" => Refuse(context, StatusCodes.Status403Forbidden),
            "broken" => Refuse(context, StatusCodes.Status500InternalServerError),
            "hls" => PlaylistAsync(context, path),
            _ => Refuse(context, StatusCodes.Status404NotFound),
        };
    }

    private static Task PlaylistAsync(HttpContext context, string path)
    {
        var host = context.Request.Host;
        return Path.GetFileName(path) switch
        {
            "good.m3u8" => SendAsync(context, Playlist("segment0.ts"), hasRanges: true),
            "redirected.m3u8" => SendAsync(context, Playlist("away.ts"), hasRanges: true),
            "elsewhere.m3u8" => SendAsync(context, Playlist($"http://{host}/hls/segment0.ts"), hasRanges: true),
            "away.ts" => Redirect(context, "/hls/segment0.ts"),
            var name => SendAsync(context, File.ReadAllBytes(CommandLineRun.Clip("hls", name)), hasRanges: true),
        };
    }

    private static byte[] Playlist(string segment) => System.Text.Encoding.ASCII.GetBytes(
        $"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{segment}\n#EXT-X-ENDLIST\n");

    // A server may answer with less than it was asked for.
    private Task SendInPartsAsync(HttpContext context, bool isOfOneVersion)
    {
        var isFirst = _asked.Count == 1;
        context.Response.Headers.ETag = isFirst || isOfOneVersion ? "\"1\"" : "\"2\"";
        return SendAsync(context, Clip, hasRanges: true, most: isFirst ? Clip.Length / 2 : Clip.Length);
    }

    private static Task Redirect(HttpContext context, string target)
    {
        context.Response.Redirect(target);
        return Task.CompletedTask;
    }

    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task SendAsync(HttpContext context, byte[] content, bool hasRanges, int most = int.MaxValue)
    {
        var (first, last) = (0, content.Length - 1);
        if (hasRanges && context.Request.GetTypedHeaders().Range?.Ranges.Single() is { From: { } from } range)
        {
            if (from >= content.Length)
            {
                context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
                return;
            }

            (first, last) = ((int)from, (int)Math.Min(range.To ?? last, Math.Min(last, from + most - 1)));
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange =
                string.Create(CultureInfo.InvariantCulture, $"bytes {first}-{last}/{content.Length}");
        }

        context.Response.ContentLength = last - first + 1;
        await context.Response.Body.WriteAsync(content.AsMemory(first, last - first + 1));
    }
}
