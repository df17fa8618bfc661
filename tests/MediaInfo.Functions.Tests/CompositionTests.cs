using MediaInfo.Core.Configuration;
using MediaInfo.Core.Health;
using MediaInfo.Core.Objects;
using MediaInfo.Probing;
using MediaInfo.Functions.Tests.Support;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace MediaInfo.Functions.Tests;

public sealed class CompositionTests
{
    [Fact]
    public async Task Every_function_class_can_be_constructed()
    {
        await using var app = await TestApp.StartAsync();

        Assert.All(
            FunctionsPackage.Functions.Select(function => function.Method)
                .Where(method => !method.IsStatic)
                .Select(method => method.DeclaringType!)
                .Distinct(),
            type => Assert.NotNull(app.Create(type)));
    }

    [Fact]
    public async Task Storage_the_tools_their_sandbox_and_the_recognisers_are_checked_for_readiness()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(
            ["ffmpeg", "ffprobe", "recognisers", "sandbox", "storage"],
            app.Services.GetServices<IReadiness>().Select(check => check.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_object_proxy_answers_before_the_worker_accepts_work()
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        var worker = Substitute.For<IHostedService>();
        builder.Services.AddSingleton(worker);
        builder.Services.AddLogging().AddMediaInfoFunctions(builder.Configuration);
        using var host = builder.Build();
        string? proxyAtFirstWork = null;
        using var session = JobReading.Session(new ObjectRef("bucket", "key"), Substitute.For<IObjectStore>());
        worker.When(first => first.StartAsync(Arg.Any<CancellationToken>()))
            .Do(_ => proxyAtFirstWork = host.Services.GetRequiredService<IObjectProxy>().Open(session).ProxyUrl);

        await host.StartAsync();

        Assert.Matches("@127\\.0\\.0\\.1:[1-9]", proxyAtFirstWork);
        await host.StopAsync();
    }

    [Fact]
    public void An_app_without_settings_lists_what_is_missing()
    {
        using var services =
            new ServiceCollection().AddMediaInfoFunctions(new ConfigurationBuilder().Build()).BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(services.ThrowIfSettingsAreWrong);

        Assert.Contains("Accounts", error.Message, StringComparison.Ordinal);
        Assert.Contains("Storage", error.Message, StringComparison.Ordinal);
    }
}
