using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Tests.Alibaba.Ims.Library;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Library;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Tags;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NSubstitute;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Support;

/// <summary>The gateway over in-memory jobs and a stopped clock, called the way a client calls IMS.</summary>
public sealed class ImsRig : IDisposable
{
    public const string Account = "1000000000000001";
    public const string RequestId = "4879B9DE-E4B6-19DC-91F5-9D5F4DCE4168";

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["MediaInfo:Accounts:List:0:Id"] = Account,
        ["MediaInfo:Accounts:List:0:Keys:0:Id"] = "testid",
        ["MediaInfo:Accounts:List:0:Keys:0:Secret"] = "testsecret",
        ["MediaInfo:Accounts:List:0:Keys:0:Allow:0"] = "ice:*",
        ["MediaInfo:Accounts:List:0:Keys:1:Id"] = "reader",
        ["MediaInfo:Accounts:List:0:Keys:1:Secret"] = "testsecret",
        ["MediaInfo:Accounts:List:0:Keys:1:Allow:0"] = "ice:Get*",
        ["MediaInfo:Accounts:List:0:Keys:1:Allow:1"] = "ice:Query*",
        ["MediaInfo:Objects:Locations:0"] = "oss-cn-hangzhou",
        ["MediaInfo:Objects:Locations:1"] = "oss-cn-shanghai",
        ["MediaInfo:Objects:Buckets:0"] = "example-bucket",
        ["MediaInfo:Objects:Buckets:1"] = "read-bucket",
        ["MediaInfo:Accounts:List:0:Buckets:0:Name"] = "example-bucket",
        ["MediaInfo:Accounts:List:0:Buckets:0:Access"] = "ReadWrite",
        ["MediaInfo:Accounts:List:0:Buckets:1:Name"] = "read-bucket",
    };

    private readonly ServiceProvider _services;

    /// <summary>Builds the service.</summary>
    /// <param name="recognisers">The recognisers that are available.</param>
    public ImsRig(params IRecogniser[] recognisers) => _services = TestService.Build(Settings, Time, services =>
    {
        services
            .RemoveAll<IRecogniser>()
            .AddSingleton(NewIds())
            .AddSingleton<IJobStore>(Jobs)
            .AddSingleton<IJobIndex>(Jobs)
            .AddSingleton(Results)
            .AddSingleton(Pipelines)
            .AddSingleton<IFrameReader>(Frames)
            .AddSingleton<IObjectLinks>(new FakeLinks())
            .AddSingleton(Scheduler)
            .AddSingleton(Assets);
        foreach (var recogniser in recognisers)
        {
            services.AddSingleton(recogniser);
        }
    });

    public static string DefaultPipelineId => DefaultPipeline.IdOf(Account);

    public ManualTimeProvider Time { get; } = new();

    public MemoryJobs Jobs { get; } = new();

    public IResultStore Results { get; } = Substitute.For<IResultStore>();

    public FakeFrameReader Frames { get; } = new();

    public IPipelineStore Pipelines { get; } = Substitute.For<IPipelineStore>();

    public IAssetObjects Assets { get; } = Substitute.For<IAssetObjects>();

    public IJobScheduler Scheduler { get; } = Substitute.For<IJobScheduler>();

    /// <summary>The only job.</summary>
    public AnalysisJob Job => Assert.Single(Jobs.All);

    /// <summary>Calls an action, signed with version 1.0.</summary>
    public Task<WireAnswer> CallAsync(string action, params (string Name, string Value)[] parameters) =>
        CallAsync("testid", "JSON", action, parameters);

    /// <summary>Calls an action with another key or in another format.</summary>
    public Task<WireAnswer> CallAsync(string key, string format, string action, params (string Name, string Value)[] parameters)
    {
        var request = RpcRequest.Of(action, [("Version", "2020-11-09"), ("AccessKeyId", key), ("Format", format), .. parameters]);
        return _services.GetRequiredService<RequestGateway>().SendAsync(request.ToWire());
    }

    /// <summary>Stores a description as a job's result.</summary>
    public void Describe(JobKey job, MediaDescription media) => Results
        .FindAsync(job, ResultPart.Streams, Arg.Any<CancellationToken>())
        .Returns(JsonSerializer.SerializeToUtf8Bytes(new AnalysisResult(media), JobJson.Default.AnalysisResult));

    /// <summary>Stores what a job made.</summary>
    public void Make(JobKey job, params FrameSet[] sets) => Results
        .FindAsync(job, ResultPart.Frames, Arg.Any<CancellationToken>())
        .Returns(JsonSerializer.SerializeToUtf8Bytes(
            new FrameSets(sets, ProbeUsage.Zero, ETag: null), FrameJson.Default.FrameSets));

    public void Dispose() => _services.Dispose();

    private static IIdSource NewIds()
    {
        var ids = Substitute.For<IIdSource>();
        ids.NewRequestId().Returns(RequestId);
        var jobs = 0;
        ids.NewTemplateId().Returns("88c6ca184c0e47098a5b665e2a126797", "98c6ca184c0e47098a5b665e2a126797");
        ids.NewJobId(default).ReturnsForAnyArgs(_ => $"fe5e03a404053284{0xffffffff - ++jobs:x16}");
        return ids;
    }
}
