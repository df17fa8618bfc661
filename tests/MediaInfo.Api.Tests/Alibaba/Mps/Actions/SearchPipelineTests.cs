using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Tests.Alibaba.Mps.Actions;

public sealed class SearchPipelineTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_new_account_has_its_default_pipeline()
    {
        var answer = await SearchAsync();

        Assert.Equal([ApiRig.DefaultPipelineId], Found(answer));
        Assert.Equal((1, 1, 10), Page(answer));
    }

    [Theory]
    [InlineData(null, new[] { 3, 2, 1, 0 })]
    [InlineData("All", new[] { 3, 2, 1, 0 })]
    [InlineData("Active", new[] { 3, 1, 0 })]
    [InlineData("Paused", new[] { 2 })]
    public async Task A_state_filters_the_pipelines_and_lists_the_newest_first(string? state, int[] numbers)
    {
        await AddFourAsync();

        var answer = state is null ? await SearchAsync() : await SearchAsync(("State", state));

        Assert.Equal(numbers.Select(number => number == 0 ? ApiRig.DefaultPipelineId : ApiPipelines.Id(number)), Found(answer));
        Assert.Equal((numbers.Length, 1, 10), Page(answer));
    }

    [Theory]
    [InlineData("1", "3", 3)]
    [InlineData("2", "3", 1)]
    [InlineData("3", "3", 0)]
    [InlineData("2147483647", "100", 0)]
    public async Task Pages_have_the_requested_size_and_the_total_counts_all(string number, string size, int found)
    {
        await AddFourAsync();

        var answer = await SearchAsync(("PageNumber", number), ("PageSize", size));

        Assert.Equal(found, Found(answer).Count());
        Assert.Equal((4, int.Parse(number, null), int.Parse(size, null)), Page(answer));
    }

    [Theory]
    [InlineData("State", "active", "InvalidParameter")]
    [InlineData("State", "Deleted", "InvalidParameter")]
    [InlineData("PageNumber", "0", "InvalidParameter.OutOfRange")]
    [InlineData("PageNumber", "-1", "InvalidParameter.OutOfRange")]
    [InlineData("PageNumber", "x", "InvalidParameter.OutOfRange")]
    [InlineData("PageNumber", "2147483648", "InvalidParameter.OutOfRange")]
    [InlineData("PageSize", "0", "InvalidParameter.OutOfRange")]
    [InlineData("PageSize", "101", "InvalidParameter.OutOfRange")]
    [InlineData("PageSize", "1.0", "InvalidParameter.OutOfRange")]
    public async Task An_invalid_value_is_refused(string parameter, string value, string code)
    {
        var answer = await SearchAsync((parameter, value));

        Assert.Equal((400, code), (answer.Status, answer.Error.Code));
    }

    [Fact]
    public async Task Pipelines_of_other_accounts_are_not_found()
    {
        await AddFourAsync();

        var answer = await _rig.SendAsync(RpcRequest.Of("SearchPipeline").By("otherid", "othersecret"));

        Assert.Equal([DefaultPipeline.IdOf(ApiRig.OtherAccount)], Found(answer));
    }

    private static IEnumerable<string?> Found(WireAnswer answer) =>
        answer.Json["PipelineList"]!["Pipeline"]!.AsArray().Select(pipeline => (string?)pipeline!["Id"]);

    private static (int Total, int Number, int Size) Page(WireAnswer answer) =>
        ((int)answer.Json["TotalCount"]!, (int)answer.Json["PageNumber"]!, (int)answer.Json["PageSize"]!);

    private Task<WireAnswer> SearchAsync(params (string Name, string Value)[] parameters) =>
        _rig.SendAsync(RpcRequest.Of("SearchPipeline", parameters));

    private async Task AddFourAsync()
    {
        await _rig.AddPipelineAsync(1);
        await _rig.AddPipelineAsync(2, PipelineState.Paused);
        await _rig.AddPipelineAsync(3);
        await _rig.AddPipelineAsync(4, PipelineState.Deleted);
    }
}
