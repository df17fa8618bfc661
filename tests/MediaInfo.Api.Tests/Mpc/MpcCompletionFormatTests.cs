using System.Text.Json.Nodes;
using MediaInfo.Api.Tests.Mpc.Support;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Media;
using MediaInfo.Core.Tests.Fixtures;

namespace MediaInfo.Api.Tests.Mpc;

public sealed class MpcCompletionFormatTests : IDisposable
{
    private readonly MpcRig _rig = new();

    private ICompletionFormat Format => _rig.Get<IEnumerable<ICompletionFormat>>().Single(format => format.Dialect is "mpc");

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Message_of_a_task_that_succeeded()
    {
        await _rig.DescribeAsync(MpcJobs.Succeeded(), FfprobeFixture.Describe("sound.mp3"));

        GoldenFile.Matches(await Format.FormatAsync(MpcJobs.Succeeded(), default), "Mpc");
    }

    [Fact]
    public async Task Message_of_a_task_that_failed() => GoldenFile.Matches(await Format.FormatAsync(MpcJobs.Failed(), default), "Mpc");

    [Fact]
    public async Task A_message_that_no_queue_would_take_goes_without_the_metadata()
    {
        var streams = Enumerable.Range(0, 2000).Select(i => new AudioStream { Index = i, CodecName = "aac" });
        await _rig.DescribeAsync(MpcJobs.Succeeded(), new MediaDescription { Container = new ContainerDescription(), AudioStreams = [.. streams] });

        var task = JsonNode.Parse(await Format.FormatAsync(MpcJobs.Succeeded(), default))!["parse_info"]!.AsObject();

        Assert.Equal("SUCCEED", (string?)task["status"]);
        Assert.False(task.ContainsKey("metadata"));
    }
}
