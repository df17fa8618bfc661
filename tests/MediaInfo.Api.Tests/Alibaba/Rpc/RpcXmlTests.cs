using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Alibaba.Rpc;

/// <summary>An action's answer as XML.</summary>
public sealed class RpcXmlTests : IDisposable
{
    private readonly ApiRig _rig = new(services => services.AddSingleton<IRpcAction, EchoAction>());

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("""{"A":"text"}""", "<A>text</A>")]
    [InlineData("""{"A":{"B":"1","C":"2"}}""", "<A><B>1</B><C>2</C></A>")]
    [InlineData("""{"A":true,"B":false,"C":12}""", "<A>true</A><B>false</B><C>12</C>")]
    [InlineData("""{"List":{"Item":["1","2"]}}""", "<List><Item>1</Item><Item>2</Item></List>")]
    [InlineData("""{"List":{"Item":[{"A":"1"},{"A":"2"}]}}""", "<List><Item><A>1</A></Item><Item><A>2</A></Item></List>")]
    [InlineData("""{"List":{"Item":[]}}""", "<List />")]
    [InlineData("""{"A":""}""", "<A></A>")]
    [InlineData("""{"A":{}}""", "<A />")]
    [InlineData("""{"A":" edges "}""", "<A> edges </A>")]
    [InlineData("""{"A":"<a href=\"x\">'&amp;'</a>"}""", "<A>&lt;a href=\"x\"&gt;'&amp;amp;'&lt;/a&gt;</A>")]
    [InlineData("""{"A":"]]>"}""", "<A>]]&gt;</A>")]
    [InlineData("""{"A":"tab\tline\nreturn\r"}""", "<A>tab\tline\nreturn&#xD;</A>")]
    [InlineData("""{"A":"\u0000\u0001\u001f\uffff"}""", "<A>\uFFFD\uFFFD\uFFFD\uFFFD</A>")]
    [InlineData("""{"A":"测试 🎬 é"}""", "<A>测试 🎬 é</A>")]
    [InlineData("""{"two words":"1"}""", "<two_words>1</two_words>")]
    [InlineData("""{"1st":"1"}""", "<_1st>1</_1st>")]
    [InlineData("""{"a:b<c>":"1"}""", "<a_b_c_>1</a_b_c_>")]
    [InlineData("""{"":"1"}""", "<_>1</_>")]
    [InlineData("""{"标题":"1"}""", "<标题>1</标题>")]
    [InlineData("""{"🎬":"1"}""", "<__>1</__>")]
    [InlineData("""{"-":"1"}""", "<_->1</_->")]
    public async Task A_JSON_body_is_converted_to_this_XML(string body, string xml)
    {
        var answer = await _rig.SendAsync(RpcRequest.Of("Echo", ("Body", body)).With(("Format", "XML")));

        Assert.Equal((200, "text/xml;charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal($"<?xml version=\"1.0\" encoding=\"utf-8\"?><EchoResponse>{xml}</EchoResponse>", answer.Body);
    }
}
