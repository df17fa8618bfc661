using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Alibaba.Rpc;

public sealed class RpcFormatsTests
{
    [Theory]
    [InlineData("?Format=JSON", null, RpcFormat.Json)]
    [InlineData("?Format=json", null, RpcFormat.Json)]
    [InlineData("?Format=Json", "text/xml", RpcFormat.Json)]
    [InlineData("?Format=XML", null, RpcFormat.Xml)]
    [InlineData("?Format=xml", "application/json", RpcFormat.Xml)]
    [InlineData("", null, RpcFormat.Xml)]
    [InlineData("?Format=", null, RpcFormat.Xml)]
    [InlineData("", "*/*", RpcFormat.Xml)]
    [InlineData("", "text/xml", RpcFormat.Xml)]
    [InlineData("", "application/json", RpcFormat.Json)]
    [InlineData("", "text/html, Application/JSON;q=0.9", RpcFormat.Json)]
    [InlineData("?format=JSON", null, RpcFormat.Xml)]
    [InlineData("?Format=YAML", null, null)]
    [InlineData("?Format=JSONP", "application/json", null)]
    public void The_parameter_wins_over_the_header_and_the_default_is_XML(string query, string? accept, RpcFormat? format)
    {
        var request = (new WireRequest("GET", query) { Accept = accept }).ToApi();

        Assert.Equal(format, RpcFormats.Of(request, RpcParameters.Of(request)));
    }
}
