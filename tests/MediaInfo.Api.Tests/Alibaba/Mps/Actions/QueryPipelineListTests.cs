using System.Text.Json.Nodes;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Tests.Alibaba.Mps.Actions;

public sealed class QueryPipelineListTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Ids_are_required()
    {
        Assert.Equal(
            (400, "MissingPipelineIds", "PipelineIds is mandatory for this action."),
            (await _rig.SendAsync(RpcRequest.Of("QueryPipelineList"))).Error);
        Assert.Equal(
            (400, "InvalidParameter", "The specified parameter \"PipelineIds\" is invalid."), (await QueryAsync(" ,, ")).Error);
    }

    [Fact]
    public async Task Ten_ids_are_accepted_but_not_eleven()
    {
        var ids = Enumerable.Range(1, 11).Select(ApiPipelines.Id).ToList();

        Assert.Equal(10, Missing(await QueryAsync(string.Join(',', ids.Take(10)))).Count());
        Assert.Equal(
            (400, "InvalidParameter.OutOfRange", "The specified parameter \"PipelineIds\" is out of range."),
            (await QueryAsync(string.Join(',', ids))).Error);
    }

    [Fact]
    public async Task Pipelines_are_listed_newest_first_and_missing_ids_in_the_requested_order()
    {
        await _rig.AddPipelineAsync(1);
        await _rig.AddPipelineAsync(2, PipelineState.Paused);

        var answer = await QueryAsync($"z, {ApiRig.DefaultPipelineId},{ApiPipelines.Id(1)},{ApiPipelines.Id(2)} ,,a,z");

        Assert.Equal([ApiPipelines.Id(2), ApiPipelines.Id(1), ApiRig.DefaultPipelineId], Found(answer));
        Assert.Equal(["z", "a"], Missing(answer));
    }

    [Fact]
    public async Task The_list_of_missing_ids_is_omitted_if_every_pipeline_exists() =>
        Assert.False((await QueryAsync(ApiRig.DefaultPipelineId)).Json.AsObject().ContainsKey("NonExistPids"));

    [Fact]
    public async Task A_deleted_pipeline_or_another_accounts_is_not_found()
    {
        await _rig.AddPipelineAsync(1, PipelineState.Deleted);
        await _rig.AddPipelineAsync(2, account: ApiRig.OtherAccount);
        var theirDefault = DefaultPipeline.IdOf(ApiRig.OtherAccount);
        string[] ids = [ApiPipelines.Id(1), ApiPipelines.Id(2), theirDefault];

        var answer = await QueryAsync(string.Join(',', ids));

        Assert.Empty(Found(answer));
        Assert.Equal(ids, Missing(answer));
    }

    [Fact]
    public async Task An_outage_of_storage_does_not_count_as_a_missing_pipeline()
    {
        _rig.Pipelines.Outage.Begin();

        Assert.Equal((503, "ServiceUnavailable"), ((await QueryAsync("a")).Status, (await QueryAsync("a")).Error.Code));
    }

    private static IEnumerable<string?> Found(WireAnswer answer) =>
        answer.Json["PipelineList"]!["Pipeline"]!.AsArray().Select(pipeline => (string?)pipeline!["Id"]);

    private static IEnumerable<string?> Missing(WireAnswer answer) =>
        ((JsonArray?)answer.Json["NonExistPids"]?["String"] ?? []).Select(id => (string?)id);

    private Task<WireAnswer> QueryAsync(string ids) => _rig.SendAsync(RpcRequest.Of("QueryPipelineList", ("PipelineIds", ids)));
}
