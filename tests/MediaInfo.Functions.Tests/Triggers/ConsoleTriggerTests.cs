using MediaInfo.Api.Console;
using MediaInfo.Core.Objects;
using MediaInfo.Functions.Triggers;
using Microsoft.AspNetCore.Http;
using NSubstitute;

namespace MediaInfo.Functions.Tests.Triggers;

public sealed class ConsoleTriggerTests
{
    [Theory]
    [InlineData(true, StatusCodes.Status200OK)]
    [InlineData(false, StatusCodes.Status404NotFound)]
    public async Task The_setting_turns_page_and_description_on(bool isEnabled, int status)
    {
        var endpoint = new ConsoleEndpoint(
            new ConsoleOptions { Enabled = isEnabled },
            new ConsoleFiles(() => [KeyValuePair.Create("index.html", "<title>Console</title>"u8.ToArray())]),
            new ConsolePolicy(Substitute.For<IObjectOrigins>()));
        var trigger = new ConsoleTrigger(endpoint);
        var page = new DefaultHttpContext();
        page.Request.Method = "GET";
        page.Request.Path = "/console";
        var description = new DefaultHttpContext();
        description.Request.Method = "GET";

        await trigger.PageAsync(page.Request);
        await trigger.DescriptionAsync(description.Request);

        Assert.Equal((status, status), (page.Response.StatusCode, description.Response.StatusCode));
    }
}
