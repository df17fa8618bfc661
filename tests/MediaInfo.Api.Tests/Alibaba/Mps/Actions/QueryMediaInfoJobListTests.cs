using System.Text.Json.Nodes;
using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Alibaba.Mps.Actions;

public sealed class QueryMediaInfoJobListTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Without_ids_the_call_is_refused()
    {
        var invalid = (400, "InvalidParameter", "The specified parameter \"MediaInfoJobIds\" is invalid.");

        Assert.Equal(invalid, (await _rig.SendAsync(RpcRequest.Of("QueryMediaInfoJobList"))).Error);
        Assert.Equal(invalid, (await QueryAsync("")).Error);
        Assert.Equal(invalid, (await QueryAsync(" , ,, ")).Error);
    }

    [Fact]
    public async Task Ten_ids_are_accepted_but_not_eleven()
    {
        var eleven = Enumerable.Range(1, 11).Select(number => ApiJobs.Key(number).Id).ToList();
        foreach (var id in eleven)
        {
            await _rig.AddAsync(ApiJobs.Failed(ApiJobs.Key() with { Id = id }));
        }

        Assert.Equal(10, Found(await QueryAsync(string.Join(',', eleven.Take(10)))).Count());
        Assert.Equal(
            (400, "InvalidParameter.OutOfRange", "The specified parameter \"MediaInfoJobIds\" is out of range."),
            (await QueryAsync(string.Join(',', eleven))).Error);
    }

    [Fact]
    public async Task Blanks_empty_parts_and_repeated_ids_are_ignored()
    {
        await _rig.AddAsync(ApiJobs.Failed());
        var id = ApiJobs.Key().Id;

        var answer = await QueryAsync(string.Join(" ,, ", Enumerable.Repeat(id, 11)) + ", missing,missing ,");

        Assert.Equal([id], Found(answer));
        Assert.Equal(["missing"], Missing(answer));
    }

    [Fact]
    public async Task Jobs_are_listed_newest_first_and_missing_ids_in_the_requested_order()
    {
        for (var number = 1; number <= 3; number++)
        {
            await _rig.AddAsync(ApiJobs.Failed(ApiJobs.Key(number)) with { CreatedAt = ApiJobs.CreatedAt.AddMinutes(number) });
        }

        var answer = await QueryAsync($"z,{ApiJobs.Key(2).Id},{ApiJobs.Key(3).Id},a,{ApiJobs.Key(1).Id}");

        Assert.Equal([ApiJobs.Key(3).Id, ApiJobs.Key(2).Id, ApiJobs.Key(1).Id], Found(answer));
        Assert.Equal(["z", "a"], Missing(answer));
    }

    [Fact]
    public async Task The_list_of_missing_ids_is_omitted_if_every_job_exists()
    {
        await _rig.AddAsync(ApiJobs.Failed());

        Assert.False((await QueryAsync(ApiJobs.Key().Id)).Json.AsObject().ContainsKey("NonExistMediaInfoJobIds"));
    }

    [Fact]
    public async Task Another_accounts_job_is_not_found()
    {
        var theirs = await _rig.AddAsync(ApiJobs.Failed(ApiJobs.Key(1, ApiRig.OtherAccount)));

        var mine = await QueryAsync(theirs.Key.Id);
        var own = await _rig.SendAsync(Call(theirs.Key.Id).By("otherid", "othersecret"));

        Assert.Empty(Found(mine));
        Assert.Equal([theirs.Key.Id], Missing(mine));
        Assert.Equal([theirs.Key.Id], Found(own));
    }

    [Fact]
    public async Task A_job_of_another_dialect_is_not_found()
    {
        var other = await _rig.AddAsync(ApiJobs.Failed() with { Dialect = "ims" });

        Assert.Equal([other.Key.Id], Missing(await QueryAsync(other.Key.Id)));
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("*")]
    [InlineData("测试")]
    public async Task A_malformed_id_counts_as_missing(string id) => Assert.Equal([id], Missing(await QueryAsync(id)));

    [Fact]
    public async Task An_outage_of_storage_does_not_count_as_a_missing_job()
    {
        _rig.Jobs.Outage.Begin();

        Assert.Equal(503, (await QueryAsync("1")).Status);
    }

    private static RpcRequest Call(string ids) => RpcRequest.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", ids));

    private static IEnumerable<string?> Found(WireAnswer answer) =>
        answer.Json["MediaInfoJobList"]!["MediaInfoJob"]!.AsArray().Select(job => (string?)job!["JobId"]);

    private static IEnumerable<string?> Missing(WireAnswer answer) =>
        ((JsonArray?)answer.Json["NonExistMediaInfoJobIds"]?["String"] ?? []).Select(id => (string?)id);

    private Task<WireAnswer> QueryAsync(string ids) => _rig.SendAsync(Call(ids));
}
