using MediaInfo.Api.Alibaba;
using MediaInfo.Api.Callbacks;
using MediaInfo.Api.Console;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Gateway.Signing;
using MediaInfo.Api.Huawei;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Tags.External;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Api;

/// <summary>Registers the gateway and every vendor's dialects.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds what both hosts need to answer requests.</summary>
    public static IServiceCollection AddMediaInfoApi(this IServiceCollection services, IConfiguration configuration) =>
        services.AddGateway(configuration).AddAlibaba(configuration).AddHuawei(configuration).AddReports().AddCallbacks()
            .AddConsole(configuration);

    /// <summary>Adds every way to describe one file without a job. These need nothing else of this project.</summary>
    public static IServiceCollection AddDescriptionFormats(this IServiceCollection services) => services
        .AddSingleton<IDescriptionFormat, Reports.ReportFormat>()
        .AddSingleton<IDescriptionFormat, Reports.FfprobeFormat>()
        .AddAlibabaFormats()
        .AddHuaweiFormats();

    private static IServiceCollection AddGateway(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings<GatewayOptions>(configuration, "Gateway")
        .PostConfigure<LoggerFilterOptions>(RequestLogs.Silence)
        .AddSingleton<SignatureClock>()
        .AddSingleton<NonceMemory>()
        .AddSingleton<AccountThrottle>()
        .AddSingleton<RequestGateway>()
        .AddSettings<HealthOptions>(configuration, "Health")
        .AddSingleton<ReadinessChecks>()
        .AddSingleton<HealthEndpoint>();

    private static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<Reports.JobLookup>()
        .AddDescriptionFormats();

    private static IServiceCollection AddCallbacks(this IServiceCollection services) => services
        .AddSingleton<CheckedConnector>()
        .AddSingleton<IHttpCallbackTarget, HttpCallbackTarget>()
        .AddSingleton<IRecogniserPost, HttpRecogniserPost>();
}
