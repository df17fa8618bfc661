using System.Text.Json;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Reports;

public sealed class GetBitRateTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Bytes_of_intervals_become_bit_rates()
    {
        await _rig.AddAsync(ApiJobs.Succeeded());
        var profile = new BitRateProfile(
            0.5m,
            [
                new StreamBitRate(0, "video", [100_000, 50_001, 0, 7], [0, 1.502m]) { KeyFrameCount = 2 },
                new StreamBitRate(1, "audio", [8_000], []),
            ])
        {
            Duration = 1.6m,
        };
        await _rig.Get<JobResults>().AddAsync(
            ApiJobs.Key(), new PacketCounts([]) { BitRates = profile }, CancellationToken.None);

        GoldenFile.Matches((await _rig.SendAsync(Call())).Pretty, "Reports");
    }

    // What an attempt leaves that broke off before it stored the counts, when the next one finds another object.
    [Fact]
    public async Task The_profile_of_an_earlier_version_of_the_object_is_not_shown_as_this_ones()
    {
        await _rig.AddAsync(ApiJobs.Succeeded());
        var profile = new BitRateProfile(0.5m, [new StreamBitRate(0, "video", [1], [])]);
        await _rig.Get<IResultStore>().AddAsync(
            ApiJobs.Key(),
            ResultPart.BitRates,
            JsonSerializer.SerializeToUtf8Bytes(profile with { ETag = "first" }, MediaJson.Default.BitRateProfile),
            CancellationToken.None);
        await _rig.Get<JobResults>().AddAsync(
            ApiJobs.Key(), new PacketCounts([]) { ETag = "second", BitRates = profile }, CancellationToken.None);

        Assert.Equal("NoPackets", (await _rig.SendAsync(Call())).Error.Item2);
    }

    [Fact]
    public async Task A_job_that_read_no_packets_says_how_to_get_one_that_does()
    {
        await _rig.AddAsync(ApiJobs.Succeeded());

        Assert.Equal(
            (
                409,
                "NoPackets",
                "The job did not read the object's packets. Submit it again with Config {\"Deep\":true}."),
            (await _rig.SendAsync(Call())).Error);
    }

    private static RpcRequest Call() =>
        RpcRequest.Of("GetBitRate", ("Version", "2026-01-01"), ("JobId", ApiJobs.Key().Id));
}
