using MediaInfo.Core.Accounts;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>The app as Program.cs composes it, with in-memory storage by default. Its hosted services are started here.</summary>
public sealed class TestApp : IAsyncDisposable
{
    /// <summary>The account of every test's job.</summary>
    public const string Account = "1000000000000001";

    /// <summary>The queue that the account's default pipeline notifies.</summary>
    public const string CallbackQueue = "mediainfo-callbacks";

    private TestApp(
        IReadOnlyDictionary<string, string?> settings,
        TimeProvider? time,
        bool inMemory = true,
        Action<IServiceCollection>? replace = null)
    {
        Queues = new InMemoryWorkQueues(time ?? TimeProvider.System);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Defaults).AddInMemoryCollection(settings).Build();
        IServiceCollection services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Logs))
            .AddMediaInfoFunctions(configuration)
            .AddSingleton<IHostApplicationLifetime, ApplicationLifetime>()
            .AddSingleton(time ?? TimeProvider.System);
        services = inMemory ? WithMemory(services) : services;
        replace?.Invoke(services);
        Services = services.BuildServiceProvider();
    }

    /// <summary>All registered services.</summary>
    public ServiceProvider Services { get; }

    public InMemoryJobStore Jobs { get; } = new();

    public InMemoryResultStore Results { get; } = new();

    public InMemoryObjectStore Objects { get; } = new();

    public InMemoryWorkQueues Queues { get; }

    public InMemoryCallbackTarget Callbacks { get; } = new();

    public InMemoryHeldJobs Held { get; } = new();

    /// <summary>The log.</summary>
    public RecordingLogs Logs { get; } = new();

    private static Dictionary<string, string?> Defaults { get; } = new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        ["MediaInfo:Accounts:List:0:Id"] = Account,
        ["MediaInfo:Accounts:List:0:CallbackQueue"] = CallbackQueue,
        ["MediaInfo:Accounts:List:0:Keys:0:Id"] = SignedRequest.KeyId,
        ["MediaInfo:Accounts:List:0:Keys:0:Secret"] = SignedRequest.Secret,
        ["MediaInfo:Accounts:List:0:Keys:0:Allow:0"] = "*",
        ["MediaInfo:Objects:Locations:0"] = "oss-cn-hangzhou",
        ["MediaInfo:Probe:FfprobePath"] = RepositoryTools.Ffprobe,
    };

    /// <summary>Composes the app and starts its hosted services.</summary>
    /// <param name="settings">Settings added to the usual ones, such as ("MediaInfo:Analysis:Digest", "true").</param>
    public static Task<TestApp> StartAsync(params (string Name, string Value)[] settings) => StartAsync(time: null, settings);

    /// <inheritdoc cref="StartAsync(ValueTuple{string, string}[])" />
    public static Task<TestApp> StartAsync(TimeProvider? time, params (string Name, string Value)[] settings) =>
        StartAsync(new TestApp(Named(settings), time));

    /// <summary>Composes the app on given storage, and starts its hosted services.</summary>
    public static Task<TestApp> StartOnAsync(string connectionString, params (string Name, string Value)[] settings) =>
        StartOnAsync(connectionString, replace: null, settings);

    /// <inheritdoc cref="StartOnAsync(string, ValueTuple{string, string}[])" />
    public static Task<TestApp> StartOnAsync(
        string connectionString, Action<IServiceCollection>? replace, params (string Name, string Value)[] settings) =>
        StartAsync(new TestApp(
            Named([("AzureWebJobsStorage", connectionString), .. settings]), time: null, inMemory: false, replace));

    /// <summary>Composes the app with some services replaced, and starts its hosted services.</summary>
    public static Task<TestApp> StartWithAsync(
        TimeProvider time, Action<IServiceCollection> replace, params (string Name, string Value)[] settings) =>
        StartAsync(new TestApp(Named(settings), time, inMemory: true, replace));

    private static async Task<TestApp> StartAsync(TestApp app)
    {
        foreach (var hosted in app.Services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
        {
            await hosted.StartingAsync(CancellationToken.None);
        }

        return app;
    }

    /// <summary>Creates a function class, as the worker does.</summary>
    public object Create(Type functions) => ActivatorUtilities.CreateInstance(Services, functions);

    /// <inheritdoc cref="Create(Type)" />
    public T Create<T>() => (T)Create(typeof(T));

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Services.DisposeAsync();

    private static Dictionary<string, string?> Named((string Name, string Value)[] settings) =>
        settings.ToDictionary(pair => pair.Name, pair => (string?)pair.Value, StringComparer.Ordinal);

    private IServiceCollection WithMemory(IServiceCollection services) => services
        .AddSingleton<IJobStore>(Jobs)
        .AddSingleton<IResultStore>(Results)
        .AddSingleton<IObjectStore>(Objects)
        .AddSingleton<IWorkQueues>(Queues)
        .AddSingleton<ICallbackTarget>(Callbacks)
        .AddSingleton<IPipelineStore>(new InMemoryPipelineStore())
        .AddSingleton<IHeldJobs>(Held)
        .AddSingleton<INonceStore>(new InMemoryNonceStore());
}
