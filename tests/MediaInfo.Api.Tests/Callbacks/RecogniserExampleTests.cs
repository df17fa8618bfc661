using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using MediaInfo.Api.Callbacks;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Tags.External;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Callbacks;

/// <summary>The recogniser that docs/tags.md shows, in Python, which checks the signature by itself.</summary>
[Trait("Platform", "Linux")]
public sealed class RecogniserExampleTests
{
    private static readonly RequestBody Body =
        new("job-1", "1000", [new FrameLink(1.5, 640, 360, "https://example.com/ä")], []);

    [PythonFact]
    public async Task It_accepts_our_signature_and_no_other()
    {
        var port = Assert.Single(LoopbackPorts.TakeFree(1));
        using var recogniser = Start(port);
        try
        {
            await Eventually.HoldsAsync("the recogniser", () => ListensAsync(port));
            var options = new TagOptions
            {
                Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"),
                Key = "a secret",
                AllowPrivateAddress = true,
            };

            var (results, failure) = await CallAsync(options);
            Assert.Null(failure);
            var result = Assert.Single(results!);
            Assert.Equal(("VideoLabel", """{"tags": [], "frames": 1}"""), (result.Type, result.Data.GetRawText()));

            (_, failure) = await CallAsync(options with { Key = "another" });
            Assert.Equal(new JobFailure(FailureReason.RecogniserFailed, "The recogniser answered with 403"), failure);
        }
        finally
        {
            recogniser.Kill();
        }
    }

    private static async Task<(IReadOnlyList<TagResult>? Results, JobFailure? Failure)> CallAsync(TagOptions options)
    {
        using var post = new HttpRecogniserPost(options, TimeProvider.System);
        return await new RecogniserCalls(post, options, TimeProvider.System)
            .SendAsync(new JobKey("1000", "job-1"), Body.ToJson(), CancellationToken.None);
    }

    private static Process Start(int port)
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("docs", "tags.md")).ReplaceLineEndings("\n");
        var program = page.Split("```python\n")[1].Split("```")[0];
        var start = new ProcessStartInfo("python3", ["-c", program]) { UseShellExecute = false };
        start.Environment["KEY"] = "a secret";
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    private static async Task<bool> ListensAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
