using MediaInfo.Core.Accounts;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Retention;

namespace MediaInfo.Standalone.Workers;

/// <summary>Registers the queue workers of this process.</summary>
internal static class ServiceCollectionExtensions
{
    private const string StoredQueues = "stored";

    /// <summary>
    /// Adds workers for jobs, completion messages and the retention sweep, on the queues of the storage that was added before.
    /// They stop before services added earlier.
    /// </summary>
    public static IServiceCollection AddWorkers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<WorkerOptions>(configuration, "Worker");
        services.AddSignals();
        services.AddSingleton<IJobScheduler, QueueJobScheduler>();
        services.AddSingleton(AnalysisShares);
        services.AddSingleton<IHostedService>(AnalysisWorker);
        services.AddSingleton<IHostedService>(CallbackWorker);
        services.AddSingleton<IHostedService>(RetentionWorker);
        return services;
    }

    // The storage's queues, with signals: what this process sends wakes its workers at once.
    private static void AddSignals(this IServiceCollection services)
    {
        var stored = services.Last(service => service.ServiceType == typeof(IWorkQueues));
        services.Remove(stored);
        services.Add(new ServiceDescriptor(
            typeof(IWorkQueues), StoredQueues, (provider, _) => stored.ImplementationFactory!(provider), stored.Lifetime));
        services.AddSingleton(provider => new SignallingQueues(
            provider.GetRequiredKeyedService<IWorkQueues>(StoredQueues), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IWorkQueues>(provider => provider.GetRequiredService<SignallingQueues>());
    }

    private static QueueWorker AnalysisWorker(IServiceProvider provider)
    {
        var queues = provider.GetRequiredService<SignallingQueues>();
        var options = provider.GetRequiredService<WorkerOptions>();
        return Worker(
            provider,
            queues.Analyses,
            queues.AnalysesSignal,
            provider.GetRequiredService<AnalysisHandler>(),
            provider.GetRequiredService<FairShares>(),
            new QueueWorkerLimits(new DeliveryLimits(options.MaxDeliveries, options.VisibilityTimeout), options.IdlePause));
    }

    private static QueueWorker CallbackWorker(IServiceProvider provider)
    {
        var queues = provider.GetRequiredService<SignallingQueues>();
        var options = provider.GetRequiredService<WorkerOptions>();
        return Worker(
            provider,
            queues.Callbacks,
            queues.CallbacksSignal,
            provider.GetRequiredService<CallbackHandler>(),
            new FairShares([.. AccountsOf(provider)], options.CallbackConcurrency, options.CallbackConcurrency),
            new QueueWorkerLimits(
                new DeliveryLimits(options.MaxCallbackDeliveries, options.VisibilityTimeout), options.IdlePause));
    }

    private static FairShares AnalysisShares(IServiceProvider provider) =>
        provider.GetRequiredService<WorkerOptions>().SharedAmong(AccountsOf(provider));

    private static IEnumerable<string> AccountsOf(IServiceProvider provider) =>
        provider.GetRequiredService<AccountOptions>().List.Select(account => account.Id);

    private static PeriodicWorker RetentionWorker(IServiceProvider provider) => new(
        "retention",
        provider.GetRequiredService<RetentionOptions>().SweepEvery,
        provider.GetRequiredService<RetentionSweep>().RunAsync,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<PeriodicWorker>>());

    private static QueueWorker Worker(
        IServiceProvider provider,
        IWorkQueue queue,
        WorkSignal signal,
        IMessageHandler handler,
        FairShares shares,
        QueueWorkerLimits limits) =>
        new(
            queue,
            signal,
            handler,
            shares,
            limits,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<QueueWorker>>());
}
