using MediaInfo.Api.Gateway;
using MediaInfo.Core.Health;
using MediaInfo.Functions.Triggers;
using Microsoft.AspNetCore.Http;
using NSubstitute;

namespace MediaInfo.Functions.Tests.Triggers;

public sealed class HealthTriggerTests
{
    [Fact]
    public async Task A_worker_that_serves_requests_is_live()
    {
        var context = new DefaultHttpContext();

        await HealthTrigger.LiveAsync(context.Request);

        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
    }

    [Theory]
    [InlineData(true, StatusCodes.Status200OK)]
    [InlineData(false, StatusCodes.Status503ServiceUnavailable)]
    public async Task A_worker_is_ready_if_every_check_passes(bool isReady, int status)
    {
        var check = Substitute.For<IReadiness>();
        check.Name.Returns("storage");
        check.CheckAsync(Arg.Any<CancellationToken>()).Returns(new Readiness(isReady, "found"));
        var context = new DefaultHttpContext();

        await new HealthTrigger(new HealthEndpoint(new ReadinessChecks([check], TimeProvider.System), new HealthOptions()))
            .ReadyAsync(context.Request);

        Assert.Equal(status, context.Response.StatusCode);
    }
}
