using System.Text.Json.Nodes;
using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Mps.Actions;

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
    public async Task Ten_ids_are_taken_and_eleven_are_not()
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
    public async Task Blanks_and_empty_parts_and_repeated_ids_do_not_count()
    {
        await _rig.AddAsync(ApiJobs.Failed());
        var id = ApiJobs.Key().Id;

        var answer = await QueryAsync(string.Join(" ,, ", Enumerable.Repeat(id, 11)) + ", missing,missing ,");

        Assert.Equal([id], Found(answer));
        Assert.Equal(["missing"], Missing(answer));
    }

    [Fact]
    public async Task Jobs_come_newest_first_and_missing_ids_as_they_were_asked_for()
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
    public async Task Where_every_id_has_a_job_the_list_of_missing_ones_is_left_out()
    {
        await _rig.AddAsync(ApiJobs.Failed());

        Assert.False((await QueryAsync(ApiJobs.Key().Id)).Json.AsObject().ContainsKey("NonExistMediaInfoJobIds"));
    }

    [Fact]
    public async Task Another_accounts_job_does_not_exist()
    {
        var theirs = await _rig.AddAsync(ApiJobs.Failed(ApiJobs.Key(1, ApiRig.OtherAccount)));

        var mine = await QueryAsync(theirs.Key.Id);
        var own = await _rig.SendAsync(Call(theirs.Key.Id).By("otherid", "othersecret"));

        Assert.Empty(Found(mine));
        Assert.Equal([theirs.Key.Id], Missing(mine));
        Assert.Equal([theirs.Key.Id], Found(own));
    }

    [Fact]
    public async Task Nor_does_a_job_of_another_dialect()
    {
        var other = await _rig.AddAsync(ApiJobs.Failed() with { Dialect = "ims" });

        Assert.Equal([other.Key.Id], Missing(await QueryAsync(other.Key.Id)));
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("*")]
    [InlineData("测试")]
    public async Task An_id_of_nonsense_is_just_missing(string id) => Assert.Equal([id], Missing(await QueryAsync(id)));

    [Fact]
    public async Task Storage_that_is_away_is_no_missing_job()
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
