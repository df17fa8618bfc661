using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Alibaba.Rpc;

/// <summary>Answers for an account that uses the older form of lists.</summary>
public sealed class FlatListsTests : IDisposable
{
    private readonly ApiRig _rig = FlatRig.New();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("""{"Id":"1","List":{"Item":[1,2]}}""", """{"Id":"1","List":[1,2]}""")]
    [InlineData("""{"Id":"1","List":{"Item":[]}}""", """{"Id":"1","List":[]}""")]
    [InlineData("""{"A":{"B":[{"Id":1,"C":{"D":[2]}}]},"Id":"1"}""", """{"A":[{"Id":1,"C":[2]}],"Id":"1"}""")]
    [InlineData("""{"Id":"1","A":{"Streams":{"V":{"I":[1]},"S":{"I":[]}}}}""", """{"Id":"1","A":{"Streams":{"V":[1],"S":[]}}}""")]
    public async Task A_wrapper_is_replaced_by_its_list_at_every_depth(string wrapped, string flat) =>
        Assert.Equal(flat, await EchoAsync(wrapped));

    [Theory]
    [InlineData("""{"Id":"1","Tags":{"title":"Tone"}}""")]
    [InlineData("""{"Id":"1","A":{"B":{"C":1}}}""")]
    [InlineData("""{"Id":"1","A":{"B":[1],"C":2}}""")]
    [InlineData("""{"Id":"1","A":[1,"测试 <&>",null,true],"B":{}}""")]
    [InlineData("""{"Id":null}""")]
    public async Task Everything_else_is_unchanged(string body) => Assert.Equal(body, await EchoAsync(body));

    [Fact]
    public async Task In_XML_each_list_item_is_an_element_with_the_name_of_the_list() => Assert.Equal(
        """<?xml version="1.0" encoding="utf-8"?><EchoResponse><Id>1</Id><List>a</List><List>b</List></EchoResponse>""",
        await EchoAsync("""{"Id":"1","List":{"Item":["a","b"]},"None":{"Item":[]}}""", "XML"));

    [Fact]
    public async Task An_error_is_the_same_in_both_forms() => Assert.Equal(
        "<Error><RequestId>00000000-0000-0000-0000-000000000001</RequestId><HostId>127.0.0.1:7071</HostId><Code>InvalidParameter</Code>"
        + "<Message>The specified parameter \"MediaInfoJobIds\" is invalid.</Message></Error>",
        (await _rig.SendAsync(RpcRequest.Of("QueryMediaInfoJobList").With(("Format", "XML")))).Body.Split("?>")[1]);

    private async Task<string> EchoAsync(string body, string format = "JSON")
    {
        var answer = await _rig.SendAsync(RpcRequest.Of("Echo", ("Body", body), ("Format", format)));
        Assert.Equal(200, answer.Status);
        return answer.Body;
    }
}
