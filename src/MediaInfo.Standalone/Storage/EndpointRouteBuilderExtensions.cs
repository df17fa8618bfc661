namespace MediaInfo.Standalone.Storage;

/// <summary>Maps what the storage itself serves.</summary>
internal static class EndpointRouteBuilderExtensions
{
    /// <summary>Maps the queues of the embedded store. In Azure, storage serves its queues itself.</summary>
    /// <remarks>Creates nothing yet: the settings are still to be checked.</remarks>
    public static void MapStorage(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(QueueEndpoint)))
        {
            routes.MapGet(
                QueueEndpoint.MessagesPath,
                (HttpContext context, QueueEndpoint queues, string queue) => queues.ReceiveAsync(context, queue));
            routes.MapDelete(
                QueueEndpoint.MessagePath,
                (HttpContext context, QueueEndpoint queues, string queue, string id) => queues.DeleteAsync(context, queue, id));
        }
    }
}
