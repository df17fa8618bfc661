using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api;

/// <summary>Registers classes by the interface that they implement, so that nobody can forget a new one.</summary>
internal static class RegistrationByType
{
    /// <summary>Adds every class of this project that implements the interface.</summary>
    public static IServiceCollection AddEvery<T>(this IServiceCollection services)
        where T : class
    {
        foreach (var type in typeof(RegistrationByType).Assembly.GetTypes())
        {
            if (type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T)))
            {
                services.AddSingleton(typeof(T), type);
            }
        }

        return services;
    }
}
