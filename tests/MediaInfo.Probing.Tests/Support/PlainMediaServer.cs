using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>
/// An ordinary web server with byte ranges over a folder in memory, and an ffprobe that reads it without our proxy.
/// </summary>
internal sealed class PlainMediaServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private PlainMediaServer(WebApplication server) => _server = server;

    public static async Task<PlainMediaServer> StartAsync(IReadOnlyDictionary<string, byte[]> files)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Services.AddLogging();
        var server = builder.Build();
        server.Run(context =>
            files.TryGetValue(context.Request.Path.Value![1..], out var content)
                ? Results.Bytes(content, enableRangeProcessing: true).ExecuteAsync(context)
                : Results.NotFound().ExecuteAsync(context));
        await server.StartAsync();
        return new PlainMediaServer(server);
    }

    /// <summary>What ffprobe prints of a file.</summary>
    public async Task<string> ProbeAsync(string ffprobe, string key)
    {
        var address = _server.Services.GetRequiredService<IServer>().Features
            .GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        var start = new ProcessStartInfo(
            ffprobe,
            [
                "-v", "quiet", "-protocol_whitelist", "http,tcp,crypto", "-of", "json=compact=1",
                "-show_format", "-show_streams", "-show_programs", "-show_chapters", "-i", $"{address}/{key}",
            ])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["GCONV_PATH"] = "/nowhere" },
        };
        using var child = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var kill = patience.Token.Register(() => child.Kill());
        var printed = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return printed;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
