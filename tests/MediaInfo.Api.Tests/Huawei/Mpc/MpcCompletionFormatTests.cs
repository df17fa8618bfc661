using System.Text.Json.Nodes;
using MediaInfo.Api.Tests.Huawei.Mpc.Support;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Media;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Api.Tests.Huawei.Mpc;

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
    public async Task Message_of_a_task_that_failed() =>
        GoldenFile.Matches(await Format.FormatAsync(MpcJobs.Failed(), default), "Mpc");

    [Fact]
    public async Task A_message_too_large_for_a_queue_is_sent_without_the_metadata()
    {
        var streams = Enumerable.Range(0, 2000).Select(i => new AudioStream { Index = i, CodecName = "aac" });
        await _rig.DescribeAsync(
            MpcJobs.Succeeded(), new MediaDescription { Container = new ContainerDescription(), AudioStreams = [.. streams] });

        var task = JsonNode.Parse(await Format.FormatAsync(MpcJobs.Succeeded(), default))!["parse_info"]!.AsObject();

        Assert.Equal("SUCCEED", (string?)task["status"]);
        Assert.False(task.ContainsKey("metadata"));
    }
}
