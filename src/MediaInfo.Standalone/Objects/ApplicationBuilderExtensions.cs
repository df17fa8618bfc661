using MediaInfo.LocalStorage.Objects;

namespace MediaInfo.Standalone.Objects;

/// <summary>Puts the endpoint of signed addresses before everything else.</summary>
internal static class ApplicationBuilderExtensions
{
    /// <summary>
    /// Lets the endpoint answer, if the embedded store is in use; in Azure, storage serves its addresses itself. No other part of
    /// the service sees its requests.
    /// </summary>
    /// <remarks>Creates nothing before the first request: the settings are still to be checked.</remarks>
    public static IApplicationBuilder UseObjects(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        return services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(ObjectLinkSigner))
            ? app.Use((context, next) => ObjectEndpoint.Serves(context)
                ? services.GetRequiredService<ObjectEndpoint>().AnswerAsync(context)
                : next(context))
            : app;
    }
}
