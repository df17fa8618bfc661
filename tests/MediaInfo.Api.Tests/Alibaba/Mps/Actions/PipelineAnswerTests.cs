using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Alibaba.Mps.Actions;

/// <summary>Complete answers, compared with reviewed files.</summary>
public sealed class PipelineAnswerTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Answer_of_AddPipeline() => GoldenFile.Matches(
        await SendAsync(
            "AddPipeline",
            ("Name", "测试-1"),
            ("Speed", "Boost"),
            ("SpeedLevel", "2"),
            ("Role", "AliyunMTSDefaultRole"),
            ("NotifyConfig", """{"QueueName":"my-queue","Topic":"my-topic","Url":"https://example.com/?a=b&c"}""")),
        "Mps");

    [Fact]
    public async Task Answer_of_AddPipeline_with_only_a_name() =>
        GoldenFile.Matches(await SendAsync("AddPipeline", ("Name", "own")), "Mps");

    [Fact]
    public async Task Answer_of_UpdatePipeline()
    {
        var pipeline = await _rig.AddPipelineAsync(1);

        GoldenFile.Matches(
            await SendAsync("UpdatePipeline", ("PipelineId", pipeline.Id), ("Name", "new"), ("State", "Paused")), "Mps");
    }

    [Fact]
    public async Task Answer_of_QueryPipelineList()
    {
        await _rig.AddPipelineAsync(1);

        GoldenFile.Matches(
            await SendAsync("QueryPipelineList", ("PipelineIds", $"{ApiPipelines.Id(1)},{ApiRig.DefaultPipelineId},missing")),
            "Mps");
    }

    [Fact]
    public async Task Answer_of_SearchPipeline()
    {
        await _rig.AddPipelineAsync(1);
        await _rig.AddPipelineAsync(2, PipelineState.Paused);

        GoldenFile.Matches(await SendAsync("SearchPipeline"), "Mps");
    }

    [Fact]
    public async Task Answer_of_DeletePipeline()
    {
        await _rig.AddPipelineAsync(1);

        GoldenFile.Matches(await SendAsync("DeletePipeline", ("PipelineId", ApiPipelines.Id(1))), "Mps");
    }

    private async Task<string> SendAsync(string action, params (string Name, string Value)[] parameters)
    {
        var answer = await _rig.SendAsync(RpcRequest.Of(action, parameters));
        Assert.Equal(200, answer.Status);
        return answer.Pretty;
    }
}
