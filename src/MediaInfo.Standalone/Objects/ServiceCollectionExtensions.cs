using MediaInfo.LocalStorage.Objects;

namespace MediaInfo.Standalone.Objects;

/// <summary>Registers and maps the service of objects of the embedded store.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Adds the endpoint and this process's own address.</summary>
    public static IServiceCollection AddObjectService(this IServiceCollection services) => services
        .AddSingleton<IServiceAddress, ServiceAddress>()
        .AddSingleton<ObjectEndpoint>();

    /// <summary>Lets the endpoint answer, if the embedded store is in use. No other part of the service sees its requests.</summary>
    public static IApplicationBuilder UseObjects(this IApplicationBuilder app) =>
        app.ApplicationServices.GetService<ObjectLinkSigner>() is not null
            && app.ApplicationServices.GetRequiredService<ObjectEndpoint>() is var objects
            ? app.Use((context, next) => ObjectEndpoint.Serves(context) ? objects.AnswerAsync(context) : next(context))
            : app;
}
