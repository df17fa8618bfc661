using System.Text.Json.Nodes;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Tests.Mps.Actions;

public sealed class QueryPipelineListTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Ids_are_needed()
    {
        Assert.Equal(
            (400, "MissingPipelineIds", "PipelineIds is mandatory for this action."),
            (await _rig.SendAsync(RpcRequest.Of("QueryPipelineList"))).Error);
        Assert.Equal((400, "InvalidParameter", "The specified parameter \"PipelineIds\" is invalid."), (await QueryAsync(" ,, ")).Error);
    }

    [Fact]
    public async Task Ten_ids_are_taken_and_eleven_are_not()
    {
        var ids = Enumerable.Range(1, 11).Select(ApiPipelines.Id).ToList();

        Assert.Equal(10, Missing(await QueryAsync(string.Join(',', ids.Take(10)))).Count());
        Assert.Equal(
            (400, "InvalidParameter.OutOfRange", "The specified parameter \"PipelineIds\" is out of range."),
            (await QueryAsync(string.Join(',', ids))).Error);
    }

    [Fact]
    public async Task Pipelines_come_newest_first_and_missing_ids_as_they_were_asked_for()
    {
        await _rig.AddPipelineAsync(1);
        await _rig.AddPipelineAsync(2, PipelineState.Paused);

        var answer = await QueryAsync($"z, {ApiRig.DefaultPipelineId},{ApiPipelines.Id(1)},{ApiPipelines.Id(2)} ,,a,z");

        Assert.Equal([ApiPipelines.Id(2), ApiPipelines.Id(1), ApiRig.DefaultPipelineId], Found(answer));
        Assert.Equal(["z", "a"], Missing(answer));
    }

    [Fact]
    public async Task Where_every_id_has_a_pipeline_the_list_of_missing_ones_is_left_out() =>
        Assert.False((await QueryAsync(ApiRig.DefaultPipelineId)).Json.AsObject().ContainsKey("NonExistPids"));

    [Fact]
    public async Task One_that_is_deleted_or_another_accounts_does_not_exist()
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
    public async Task Storage_that_is_away_is_no_missing_pipeline()
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
