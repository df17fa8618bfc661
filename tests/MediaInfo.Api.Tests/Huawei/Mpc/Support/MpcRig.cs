using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Media;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Huawei.Mpc.Support;

/// <summary>The gateway over in-memory jobs and a stopped clock, called the way a Media Processing Center client does.</summary>
public sealed class MpcRig : IDisposable
{
    public const string Account = "1000000000000001";
    public const string Project = "local-project";

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["MediaInfo:Accounts:List:0:Id"] = Account,
        ["MediaInfo:Accounts:List:0:ProjectIds:0"] = Project,
        ["MediaInfo:Accounts:List:0:ProjectIds:1"] = "second-project",
        ["MediaInfo:Accounts:List:0:Tokens:0:Value"] = "testtoken",
        ["MediaInfo:Accounts:List:0:Tokens:1:Value"] = "readtoken",
        ["MediaInfo:Accounts:List:0:Tokens:1:Allow:0"] = "mpc:List*",
        ["MediaInfo:Accounts:List:0:Keys:0:Id"] = "testid",
        ["MediaInfo:Accounts:List:0:Keys:0:Secret"] = "testsecret",
        ["MediaInfo:Accounts:List:0:Keys:0:Allow:0"] = "*",
        ["MediaInfo:Accounts:List:0:Keys:1:Id"] = "reader",
        ["MediaInfo:Accounts:List:0:Keys:1:Secret"] = "testsecret",
        ["MediaInfo:Accounts:List:0:Keys:1:Allow:0"] = "mpc:ListExtractTask",
        ["MediaInfo:Accounts:List:0:Keys:2:Id"] = "temporary",
        ["MediaInfo:Accounts:List:0:Keys:2:Secret"] = "testsecret",
        ["MediaInfo:Accounts:List:0:Keys:2:SecurityToken"] = "the/token+1==",
        ["MediaInfo:Accounts:List:0:Keys:2:Allow:0"] = "*",
        ["MediaInfo:Accounts:List:0:Buckets:0:Name"] = "*",
        ["MediaInfo:Accounts:List:0:Buckets:0:Access"] = "ReadWrite",
        ["MediaInfo:Accounts:List:0:Buckets:1:Name"] = "read-only",
        ["MediaInfo:Accounts:List:1:Id"] = "1000000000000002",
        ["MediaInfo:Accounts:List:1:Buckets:0:Name"] = "other-*",
        ["MediaInfo:Accounts:List:1:ProjectIds:0"] = "other-project",
        ["MediaInfo:Objects:Locations:0"] = "oss-cn-hangzhou",
        ["MediaInfo:Objects:Locations:1"] = "region01",
        ["MediaInfo:Objects:Buckets:0"] = "example-bucket",
        ["MediaInfo:Objects:Buckets:1"] = "other-bucket",
        ["MediaInfo:Objects:Buckets:2"] = "read-only",
        ["MediaInfo:Gateway:MaxBodyBytes"] = "8192",

        // More than any test here sends. Throttling has its own test.
        ["MediaInfo:Gateway:RequestsPerSecond"] = "100000",
    };

    private readonly ServiceProvider _services;

    public MpcRig(params (string Name, string Value)[] settings) => _services = TestService.Build(
        Settings.Where(own => !Array.Exists(settings, pair => string.Equals(pair.Name, own.Key, StringComparison.Ordinal)))
            .Concat(settings.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value))),
        Time,
        services => services
            .AddSingleton<IJobStore>(Jobs)
            .AddSingleton<IJobIndex>(Jobs)
            .AddSingleton<IResultStore>(Parts)
            .AddSingleton<IJobScheduler>(Scheduler));

    public ManualTimeProvider Time { get; } = new();

    public MemoryJobs Jobs { get; } = new();

    public InMemoryResultStore Parts { get; } = new();

    public RecordingScheduler Scheduler { get; } = new();

    /// <summary>The only job.</summary>
    public AnalysisJob Job => Assert.Single(Jobs.All);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<WireAnswer> SendAsync(MpcRequest request) => SendAsync(request.ToWire());

    public async Task<WireAnswer> SendAsync(WireRequest request)
    {
        var answer = await Get<RequestGateway>().SendAsync(request);
        Assert.NotEqual("", answer.Headers["X-Request-Id"].ToString());
        return answer;
    }

    /// <summary>Stores a description as a job's result.</summary>
    public Task DescribeAsync(AnalysisJob job, MediaDescription media) => Parts.AddAsync(
        job.Key,
        ResultPart.Streams,
        JsonSerializer.SerializeToUtf8Bytes(new AnalysisResult(media), JobJson.Default.AnalysisResult),
        default);

    public void Dispose() => _services.Dispose();
}
