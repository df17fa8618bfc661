using MediaInfo.Core.Callbacks;

namespace MediaInfo.Standalone.Queues;

/// <summary>Registers and maps the reading of callback queues, where the storage has no other reader of them.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Adds the endpoint.</summary>
    public static IServiceCollection AddCallbackQueues(this IServiceCollection services) =>
        services.AddSingleton<CallbackQueueEndpoint>();

    /// <summary>Maps the endpoint, if the storage lets its queues be read.</summary>
    public static void MapCallbackQueues(this WebApplication app)
    {
        if (app.Services.GetService<ICallbackQueues>() is not null)
        {
            app.MapGet(
                CallbackQueueEndpoint.Messages,
                (HttpContext context, CallbackQueueEndpoint endpoint) => endpoint.ReceiveAsync(context));
            app.MapDelete(
                CallbackQueueEndpoint.Message,
                (HttpContext context, CallbackQueueEndpoint endpoint) => endpoint.DeleteAsync(context));
        }
    }
}
