using System.Text.Json;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Api.Tests.Reports;

public sealed class GetJobDescriptionTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("mps")]
    [InlineData("ims")]
    [InlineData("mpc")]
    [InlineData("report")]
    [InlineData("ffprobe")]
    public async Task The_description_comes_in_the_form_of_any_API(string form)
    {
        await AddAsync();

        GoldenFile.Matches((await _rig.SendAsync(Call(("As", form)))).Pretty, "Reports", form);
    }

    [Fact]
    public async Task Without_a_form_it_is_the_report()
    {
        await AddAsync();

        Assert.Equal("report", (string)(await _rig.SendAsync(Call())).Json["As"]!);
    }

    [Fact]
    public async Task An_unknown_form_and_a_job_without_a_result_are_refused()
    {
        await _rig.AddAsync(ApiJobs.Waiting());

        Assert.Equal("InvalidParameter.As", (await _rig.SendAsync(Call(("As", "xml")))).Error.Code);
        Assert.Equal("JobNotFinished", (await _rig.SendAsync(Call())).Error.Code);
    }

    private static RpcRequest Call(params (string, string)[] parameters) => RpcRequest.Of(
        "GetJobDescription", [("Version", "2026-01-01"), ("JobId", ApiJobs.Key().Id), .. parameters]);

    private async Task AddAsync()
    {
        await _rig.AddAsync(ApiJobs.Succeeded());
        var report = JsonElement.Parse("""{"streams":[{"index":0,"codec_type":"audio"}],"format":{"filename":"b/k"}}""");
        await _rig.Get<JobResults>().AddAsync(
            ApiJobs.Key(),
            ResultPart.Streams,
            new AnalysisResult(FfprobeFixture.Describe("sound.mp3"), report),
            CancellationToken.None);
    }
}
