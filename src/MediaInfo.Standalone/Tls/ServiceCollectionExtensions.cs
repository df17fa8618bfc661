using MediaInfo.Core.Configuration;
using MediaInfo.Standalone.Workers;

namespace MediaInfo.Standalone.Tls;

/// <summary>Registers the certificate of https addresses.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Adds the certificate, its check at start, and the look for a changed file.</summary>
    public static IServiceCollection AddTls(this IServiceCollection services) => services
        .AddSingleton(NewCertificate)
        .AddSingleton<ISettingsCheck, HttpsCheck>()
        .AddSingleton<IHostedService>(NewWorker);

    private static ServerCertificate NewCertificate(IServiceProvider provider) => new(
        provider.GetRequiredService<HttpOptions>().Certificate,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<ServerCertificate>>());

    private static PeriodicWorker NewWorker(IServiceProvider provider)
    {
        var certificate = provider.GetRequiredService<ServerCertificate>();
        return new PeriodicWorker(
            "certificate",
            certificate.IsSet ? ServerCertificate.LookPause : TimeSpan.Zero,
            certificate.LookAsync,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PeriodicWorker>>());
    }
}
