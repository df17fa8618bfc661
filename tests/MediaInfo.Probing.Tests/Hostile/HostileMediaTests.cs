using System.Text.Json;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Hostile;

namespace MediaInfo.Probing.Tests.Hostile;

/// <summary>
/// Every hostile sample through the real ffprobe and the real proxy. No sample reads what it must not or exceeds its limits,
/// and the next job runs.
/// </summary>
[Trait("Platform", "Linux")]
[Collection(nameof(HostileTests))]
public sealed class HostileMediaTests(FfprobeRig rig) : IClassFixture<FfprobeRig>
{
    // Bytes in flight when a limit is reached.
    private const long Slack = 8L << 20;

    // Text that would show up in a description if forbidden content were read.
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
    public async Task A_hostile_sample_does_no_harm(string name)
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

    // What the proxy alone blocks on a kernel without the sandbox.
    [Theory]
    [MemberData(nameof(Links))]
    public async Task A_hostile_link_fails_even_without_the_sandbox(string name)
    {
        var sample = HostileWorld.Shared.Samples[name];
        var store = new HostileStore(sample, FfprobeRig.Bucket);

        var result = await rig.DescribeAsync(
            store, sample.Key, HostileSample.Limits with
            {
                Sandbox = SandboxUse.Off,
                TimeLimit = sample.TimeLimit ?? HostileSample.Limits.TimeLimit,
            });

        Assert.Equal(sample.Expected, result.Failure?.Reason);
        Assert.Equal([FfprobeRig.Bucket], store.Accesses.Select(access => access.Bucket).Distinct(StringComparer.Ordinal));
        Assert.False(HostileWorld.Shared.WasCalled(), "A server of this machine was called");
    }

    private static void AssertTellsNothing(ProbeResult result)
    {
        var told = result.Description is { } description ? JsonSerializer.Serialize(description) : result.Failure!.Detail;
        Assert.InRange(told.Length, 0, HostileSample.Limits.MaxReportBytes);
        Assert.All(Canaries, canary => Assert.DoesNotContain(canary, told, StringComparison.Ordinal));
        Assert.All(Texts(result.Description), text => Assert.InRange(text.Length, 0, 65_536));
    }

    private static IEnumerable<string> Texts(MediaDescription? media) => media is null
        ? []
        : [
            .. media.Container.Tags.Values,
            .. media.AudioStreams.SelectMany(stream => stream.Tags.Values),
            .. media.VideoStreams.SelectMany(stream => stream.Tags.Values),
        ];
}
