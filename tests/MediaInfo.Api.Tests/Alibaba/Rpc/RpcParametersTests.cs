using System.Text;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Alibaba.Rpc;

public sealed class RpcParametersTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("?a=b+c", "b c")]
    [InlineData("?a=b%20c", "b c")]
    [InlineData("?a=b%2Bc", "b+c")]
    [InlineData("?a=b%252Bc", "b%2Bc")]
    [InlineData("?a=%E6%B5%8B%e8%af%95", "测试")]
    [InlineData("?a=测试", "测试")]
    [InlineData("?a=100%", "100%")]
    [InlineData("?a=b=c", "b=c")]
    [InlineData("?a=!'()*", "!'()*")]
    [InlineData("?a=1&a=2", "2")]
    [InlineData("?A=1&a=2", "2")]
    [InlineData("?%61=1", "1")]
    [InlineData("?&&a=1&&", "1")]
    [InlineData("?a=", null)]
    [InlineData("?a", null)]
    [InlineData("?b=1", null)]
    [InlineData("", null)]
    public void A_value_is_decoded_once(string query, string? value)
    {
        Assert.Equal(value, Read(query)["a"]);
        Assert.Equal(value, Read("", query.TrimStart('?'), Form)["a"]);
    }

    // A lone surrogate is not valid text. In a query or form such a value stays encoded.
    [Theory]
    [InlineData("""{"a":"\ud800"}""", true)]
    [InlineData("""{"a":"\udc00\ud800"}""", true)]
    [InlineData("""{"\ud800":"a"}""", true)]
    [InlineData("""{"a":""", true)]
    [InlineData("nonsense", true)]
    [InlineData("""{"a":"\ud83c\udfac"}""", false)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    public void A_JSON_body_with_bad_syntax_or_lone_surrogates_is_broken(string body, bool isBroken) =>
        Assert.Equal(isBroken, Read("", body, "application/json").IsBroken);

    [Theory]
    [InlineData("%ED%A0%80")]
    [InlineData("%ED%BF%BF")]
    [InlineData("a%FFb")]
    public void A_value_that_decodes_to_invalid_UTF_8_stays_encoded(string sent)
    {
        Assert.Equal(sent, Read($"?a={sent}")["a"]);
        Assert.Equal(sent, Read("", $"a={sent}", Form)["a"]);
    }

    [Fact]
    public void Names_are_decoded_and_keep_their_case()
    {
        var parameters = Read("?a+b=1&A%20B=2&%E4%B8%AD=3");

        Assert.Equal(["A B", "a b", "中"], parameters.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_empty_parameter_is_present_but_has_no_value()
    {
        var parameters = Read("?a=");

        Assert.True(parameters.TryGet("a", out var value));
        Assert.Equal("", value);
        Assert.Null(parameters["a"]);
        Assert.False(parameters.TryGet("b", out _));
    }

    [Fact]
    public void Form_parameters_override_query_parameters()
    {
        var parameters = Read("?a=query&b=query", "a=form&c=form", Form);

        Assert.Equal(("form", "query", "form"), (parameters["a"], parameters["b"], parameters["c"]));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8", "1")]
    [InlineData("Application/X-WWW-Form-Urlencoded", "1")]
    [InlineData("text/plain", null)]
    [InlineData("multipart/form-data; boundary=x", null)]
    [InlineData(null, null)]
    public void Only_form_content_types_are_read(string? type, string? value) => Assert.Equal(value, Read("", "a=1", type)["a"]);

    [Theory]
    [InlineData("""{"a":"text","b":1}""", "text")]
    [InlineData("""{"a":1}""", "1")]
    [InlineData("""{"a":true}""", "true")]
    [InlineData("""{"a":["x","y"]}""", """["x","y"]""")]
    [InlineData("""{"a":{"b":[1]}}""", """{"b":[1]}""")]
    [InlineData("""{"a":null}""", null)]
    [InlineData("""{"b":1}""", null)]
    [InlineData("""["a"]""", null)]
    [InlineData("""{"a":"cut""", null)]
    [InlineData("""{"a":"\ud800"}""", null)]
    [InlineData("""{"\ud800":"1"}""", null)]
    [InlineData("", null)]
    public void Members_of_a_JSON_body_are_parameters(string body, string? value) =>
        Assert.Equal(value, Read("", body, "application/json")["a"]);

    [Theory]
    [InlineData("a.Type=OSS&a.Media=x%20y", """{"Type":"OSS","Media":"x y"}""")]
    [InlineData("a.b.c=1&a.b.d=2&a.e=3", """{"b":{"c":"1","d":"2"},"e":"3"}""")]
    [InlineData("a.2=y&a.1=x&a.10=z", """["x","y","z"]""")]
    [InlineData("a.1.b=x&a.2.b=y", """[{"b":"x"},{"b":"y"}]""")]
    [InlineData("a.b=1&a.b.c=2", """{"b":{"c":"2"}}""")]
    [InlineData("a=itself&a.b=1", "itself")]
    [InlineData("a=&a.b=1", """{"b":"1"}""")]
    [InlineData("a.b.c.d.e=1", """{"b":{"c":{"d":{"e":"1"}}}}""")]
    [InlineData("a.b.c.d.e.f=1", null)]
    [InlineData("a.=1", """{"":"1"}""")]
    [InlineData("a..b=1", """{"":{"b":"1"}}""")]
    [InlineData(".a=1", null)]
    [InlineData("A.b=1", null)]
    public void An_object_or_a_list_can_be_sent_as_one_parameter_for_each_value(string sent, string? value)
    {
        Assert.Equal(value, Read("?" + sent)["a"]);
        Assert.Equal(value, Read("", sent, Form)["a"]);
    }

    [Fact]
    public void Query_and_body_can_each_have_a_part_of_an_object() => Assert.Equal(
        """{"Type":"OSS","Media":"x"}""", Read("?a.Type=Media", "a.Type=OSS&a.Media=x", Form)["a"]);

    [Theory]
    [InlineData("a=x,y", "x y")]
    [InlineData("a=%20x%20,,y,x", "x y")]
    [InlineData("a=[%22x%22,%22y%22,2]", "x y 2")]
    [InlineData("a=[%22x,y%22]", "x,y")]
    [InlineData("a=[x,y]", "[x y]")]
    [InlineData("a.1=x&a.2=y&a.3=", "x y")]
    [InlineData("a=,", "")]
    [InlineData("b=x", null)]
    public void A_list_has_commas_or_is_JSON_or_has_one_parameter_for_each_value(string sent, string? values) =>
        Assert.Equal(values, Read("?" + sent).List("a") is { } list ? string.Join(' ', list) : null);

    [Fact]
    public void Invalid_UTF_8_is_not_refused()
    {
        var request = new WireRequest("POST", "?a=%FF") { ContentType = Form, Body = [(byte)'b', (byte)'=', 0xFF] };

        var parameters = RpcParameters.Of(request.ToApi());

        Assert.Equal(("%FF", "\uFFFD"), (parameters["a"], parameters["b"]));
    }

    private static RpcParameters Read(string query, string body = "", string? type = null) =>
        RpcParameters.Of((new WireRequest("POST", query) { ContentType = type, Body = Encoding.UTF8.GetBytes(body) }).ToApi());
}
