using System.Text;
using MediaInfo.Api.Gateway;
using MediaInfo.Core.Health;
using Microsoft.AspNetCore.Http;
using NSubstitute;

namespace MediaInfo.Api.Tests.Gateway;

public sealed class HealthEndpointTests
{
    [Fact]
    public async Task A_process_that_answers_lives() => Assert.Equal((200, "live"), await AnswerAsync(HealthEndpoint.AnswerLiveAsync));

    [Fact]
    public async Task When_every_check_passes_it_is_ready() => Assert.Equal(
        (200, """{"ffprobe":"version 6.0","storage":"reachable"}"""),
        await AnswerAsync(new HealthEndpoint([Check("ffprobe", true, "version 6.0"), Check("storage", true, "reachable")]).AnswerReadyAsync));

    [Fact]
    public async Task One_check_that_fails_makes_it_unready_and_all_tell_what_they_found() => Assert.Equal(
        (503, """{"ffprobe":"version 6.0","storage":"away"}"""),
        await AnswerAsync(new HealthEndpoint([Check("ffprobe", true, "version 6.0"), Check("storage", false, "away")]).AnswerReadyAsync));

    [Fact]
    public async Task Without_checks_it_is_ready() => Assert.Equal((200, "{}"), await AnswerAsync(new HealthEndpoint([]).AnswerReadyAsync));

    private static IReadiness Check(string name, bool ready, string detail)
    {
        var check = Substitute.For<IReadiness>();
        check.Name.Returns(name);
        check.CheckAsync(default).ReturnsForAnyArgs(new Readiness(ready, detail));
        return check;
    }

    private static async Task<(int Status, string Body)> AnswerAsync(Func<HttpContext, Task> answer)
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await answer(context);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(body.ToArray()));
    }
}
