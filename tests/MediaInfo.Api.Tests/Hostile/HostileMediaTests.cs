using System.Text.Json;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Media;
using MediaInfo.Core.Probing.Processes.Sandbox;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Hostile;

/// <summary>
/// Every hostile sample through the real ffprobe and the real proxy: none reads what it must not, none takes more than its limits,
/// and the next job runs.
/// </summary>
public sealed class HostileMediaTests(FfprobeRig rig) : IClassFixture<FfprobeRig>, IClassFixture<HostileFixture>
{
    // What was on its way when a limit was met.
    private const long Slack = 8L << 20;

    // What reads as a text, and must not, begins so.
    private static readonly string[] Canaries = ["Example Service", "root:x:", "127.0.0.1", "/usr/sbin", "objects.invalid"];

    public static TheoryData<string> Names() => [.. HostileWorld.Shared.Samples.Keys];

    public static TheoryData<string> Links() =>
    [
        .. HostileWorld.Shared.Samples.Keys.Where(name => name.Contains("connection", StringComparison.Ordinal)
            || name.StartsWith("segment-", StringComparison.Ordinal) || name.StartsWith("script-", StringComparison.Ordinal)
            || name.StartsWith("variant", StringComparison.Ordinal) || name.EndsWith(".mpd", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_does_no_harm(string name)
    {
        var sample = HostileWorld.Shared.Samples[name];
        var limits = HostileSample.Limits with { TimeLimit = sample.TimeLimit ?? HostileSample.Limits.TimeLimit };
        var store = new HostileStore(sample, FfprobeRig.Bucket);

        var result = await rig.DescribeAsync(store, sample.Key, limits);

        Assert.True(
            sample.Expected == result.Failure?.Reason || (sample.Or is not null && sample.Or == result.Failure?.Reason),
            $"Expected {sample.Expected}, got {result.Failure} {result.Description?.Container.FormatName}");
        Assert.InRange(result.Usage.Bytes, 0, limits.MaxBytes + Slack);
        Assert.InRange(store.Accesses.Count, 0, limits.MaxRequests);
        Assert.Equal([FfprobeRig.Bucket], store.Accesses.Select(access => access.Bucket).Distinct(StringComparer.Ordinal));
        Assert.False(HostileWorld.Shared.WasCalled(), "A server of this machine was called");
        AssertTellsNothing(result);
        Assert.Empty(ProcessTable.WithCommandLine($"{FfprobeRig.Bucket}.objects.invalid/hostile/"));
        Assert.Null((await rig.DescribeAsync(store, "good.mp4")).Failure);
    }

    // What the proxy alone keeps from getting out, where the kernel cannot.
    [Theory]
    [MemberData(nameof(Links))]
    public async Task It_gets_nowhere_without_the_sandbox_either(string name)
    {
        var sample = HostileWorld.Shared.Samples[name];
        var store = new HostileStore(sample, FfprobeRig.Bucket);

        var result = await rig.DescribeAsync(
            store, sample.Key, HostileSample.Limits with { Sandbox = SandboxUse.Off, TimeLimit = sample.TimeLimit ?? HostileSample.Limits.TimeLimit });

        Assert.Equal(sample.Expected, result.Failure?.Reason);
        Assert.Equal([FfprobeRig.Bucket], store.Accesses.Select(access => access.Bucket).Distinct(StringComparer.Ordinal));
        Assert.False(HostileWorld.Shared.WasCalled(), "A server of this machine was called");
    }

    private static void AssertTellsNothing(Core.Probing.ProbeResult result)
    {
        var told = result.Description is { } description ? JsonSerializer.Serialize(description) : result.Failure!.Detail;
        Assert.InRange(told.Length, 0, HostileSample.Limits.MaxReportBytes);
        Assert.All(Canaries, canary => Assert.DoesNotContain(canary, told, StringComparison.Ordinal));
        Assert.All(Texts(result.Description), text => Assert.InRange(text.Length, 0, 65_536));
    }

    private static IEnumerable<string> Texts(MediaDescription? media) => media is null
        ? []
        : [.. media.Container.Tags.Values, .. media.AudioStreams.SelectMany(stream => stream.Tags.Values), .. media.VideoStreams.SelectMany(stream => stream.Tags.Values)];
}
