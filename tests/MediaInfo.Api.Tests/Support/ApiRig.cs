using MediaInfo.Api.Gateway;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Support;

/// <summary>The gateway with everything behind it, over in-memory ports and a stopped clock.</summary>
public sealed class ApiRig : IDisposable
{
    public const string Account = "1000000000000001";
    public const string OtherAccount = "1000000000000002";

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["MediaInfo:Accounts:List:0:Id"] = Account,
        ["MediaInfo:Accounts:List:0:CallbackQueue"] = "their-queue",
        ["MediaInfo:Accounts:List:0:Keys:0:Id"] = "testid",
        ["MediaInfo:Accounts:List:0:Keys:0:Secret"] = "testsecret",
        ["MediaInfo:Accounts:List:0:Keys:0:Allow:0"] = "*",
        ["MediaInfo:Accounts:List:0:Keys:1:Id"] = "reader",
        ["MediaInfo:Accounts:List:0:Keys:1:Secret"] = "readersecret",
        ["MediaInfo:Accounts:List:0:Keys:1:Allow:0"] = "mts:Query*",
        ["MediaInfo:Accounts:List:0:Buckets:0:Name"] = "*",
        ["MediaInfo:Accounts:List:0:Buckets:1:Name"] = "example-bucket",
        ["MediaInfo:Accounts:List:0:Buckets:1:Access"] = "ReadWrite",
        ["MediaInfo:Accounts:List:0:Queues:0"] = "*",
        ["MediaInfo:Accounts:List:1:Id"] = OtherAccount,
        ["MediaInfo:Accounts:List:1:Buckets:0:Name"] = "other-*",
        ["MediaInfo:Accounts:List:1:CallbackQueue"] = "other-queue",
        ["MediaInfo:Accounts:List:1:Keys:0:Id"] = "otherid",
        ["MediaInfo:Accounts:List:1:Keys:0:Secret"] = "othersecret",
        ["MediaInfo:Accounts:List:1:Keys:0:Allow:0"] = "*",
        ["MediaInfo:Objects:Locations:0"] = "oss-cn-hangzhou",
        ["MediaInfo:Gateway:MaxBodyBytes"] = "4096",
    };

    private readonly ServiceProvider _services;

    /// <summary>Builds the service.</summary>
    /// <param name="change">Final changes to the services.</param>
    public ApiRig(Action<IServiceCollection>? change = null)
    {
        _services = TestService.Build(Settings, Time, services =>
        {
            services
                .AddSingleton<IJobStore>(Jobs)
                .AddSingleton<IResultStore>(Parts)
                .AddSingleton<IObjectStore>(Objects)
                .AddSingleton<IPipelineStore>(Pipelines)
                .AddSingleton<IHeldJobs>(Held)
                .AddSingleton<INonceStore>(Nonces)
                .AddSingleton<ICallbackTarget>(Callbacks)
                .AddSingleton<IJobScheduler>(Scheduler);
            change?.Invoke(services);
        });
    }

    public ManualTimeProvider Time { get; } = new();

    public InMemoryJobStore Jobs { get; } = new();

    public InMemoryResultStore Parts { get; } = new();

    public InMemoryObjectStore Objects { get; } = new();

    public InMemoryPipelineStore Pipelines { get; } = new();

    public InMemoryHeldJobs Held { get; } = new();

    public InMemoryNonceStore Nonces { get; } = new();

    public InMemoryCallbackTarget Callbacks { get; } = new();

    public RecordingScheduler Scheduler { get; } = new();

    public static string DefaultPipelineId => DefaultPipeline.IdOf(Account);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<WireAnswer> SendAsync(RpcRequest request) => SendAsync(request.ToWire());

    public Task<WireAnswer> SendAsync(WireRequest request) => Get<RequestGateway>().SendAsync(request);

    public async Task<AnalysisJob> AddAsync(AnalysisJob job) => (await Jobs.AddAsync(job, CancellationToken.None))!.Job;

    public void Dispose() => _services.Dispose();
}
