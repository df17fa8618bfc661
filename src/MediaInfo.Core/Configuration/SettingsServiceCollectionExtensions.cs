using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MediaInfo.Core.Configuration;

/// <summary>Registers settings records and validates them together.</summary>
public static class SettingsServiceCollectionExtensions
{
    /// <summary>The section that holds all of this service's settings.</summary>
    public const string Root = "MediaInfo";

    /// <summary>Binds <typeparamref name="T"/> to its section below "MediaInfo" and registers it as a singleton.</summary>
    public static IServiceCollection AddSettings<T>(
        this IServiceCollection services, IConfiguration configuration, string section)
        where T : class, ISettings, new()
    {
        var (settings, problem) = Bind<T>(configuration.GetSection($"{Root}:{section}"));
        services.AddSingleton(settings);
        services.AddSingleton(new SettingsGroup(section, settings) { BindingProblem = problem });
        return services;
    }

    /// <summary>Validates every registered group.</summary>
    /// <exception cref="OptionsValidationException">Settings are invalid; the message lists every problem.</exception>
    public static void ThrowIfSettingsAreWrong(this IServiceProvider services)
    {
        var problems = services.GetServices<SettingsGroup>().SelectMany(group => group.Problems())
            .Concat(services.GetServices<ISettingsCheck>().SelectMany(check => check.Problems()))
            .ToList();
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(Root, typeof(SettingsGroup), problems);
        }
    }

    // Report a value of the wrong type together with all other problems, instead of failing on it alone.
    private static (T Settings, string? Problem) Bind<T>(IConfigurationSection section)
        where T : class, new()
    {
        try
        {
            return (section.Get<T>() ?? new T(), null);
        }
        catch (InvalidOperationException e)
        {
            return (new T(), e.Message);
        }
    }
}
