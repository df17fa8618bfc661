using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Signing;
using MediaInfo.Core;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Serialization;
using MediaInfo.Core.Tests.Jobs;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NSubstitute;

namespace MediaInfo.Api.Tests.Ims.Support;

/// <summary>The gateway over jobs in memory and a clock that stands still, called as a client calls IMS.</summary>
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
        ["MediaInfo:Objects:Locations:0"] = "oss-cn-hangzhou",
        ["MediaInfo:Objects:Locations:1"] = "oss-cn-shanghai",
        ["MediaInfo:Objects:Buckets:0"] = "example-bucket",
    };

    private readonly ServiceProvider _services;
    private int _calls;

    public ImsRig(bool withLibrary = true)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        var nonces = Substitute.For<INonceStore>();
        nonces.TryUseAsync(default!, default!, default, default).ReturnsForAnyArgs(true);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddMediaInfoCore(configuration)
            .AddMediaInfoApi(configuration)
            .AddSingleton<IReservedNames>(new FewReservedNames())
            .AddSingleton(NewIds())
            .AddSingleton<IJobStore>(Jobs)
            .AddSingleton<IJobIndex>(Jobs)
            .AddSingleton(Results)
            .AddSingleton(Pipelines)
            .AddSingleton(nonces)
            .AddSingleton(Substitute.For<IHeldJobs>())
            .AddSingleton(Substitute.For<IObjectStore>())
            .AddSingleton(Substitute.For<ICallbackTarget>())
            .AddSingleton(Substitute.For<IWorkQueues>())
            .AddSingleton(Substitute.For<IAssetStore>())
            .AddSingleton(Substitute.For<IAssetClaims>())
            .AddSingleton(Substitute.For<IEventCallbackStore>())
            .AddSingleton(Substitute.For<IObjectLinks>())
            .RemoveAll<IAssetObjects>();
        if (withLibrary)
        {
            services.AddSingleton(Assets);
        }

        _services = services.BuildServiceProvider();
        _services.ThrowIfSettingsAreWrong();
    }

    public static string DefaultPipelineId => DefaultPipeline.IdOf(Account);

    public ManualTimeProvider Time { get; } = new();

    public MemoryJobs Jobs { get; } = new();

    public IResultStore Results { get; } = Substitute.For<IResultStore>();

    public IPipelineStore Pipelines { get; } = Substitute.For<IPipelineStore>();

    public IAssetObjects Assets { get; } = Substitute.For<IAssetObjects>();

    public IJobScheduler Scheduler { get; } = Substitute.For<IJobScheduler>();

    /// <summary>The only job.</summary>
    public AnalysisJob Job => Assert.Single(Jobs.All);

    /// <summary>Calls an action, signed with version 1.0.</summary>
    public Task<ImsAnswer> CallAsync(string action, params (string Name, string Value)[] parameters) =>
        CallAsync("testid", "JSON", action, parameters);

    /// <summary>Calls an action with another key or for another format.</summary>
    public async Task<ImsAnswer> CallAsync(string key, string format, string action, params (string Name, string Value)[] parameters)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Action"] = action,
            ["Version"] = "2020-11-09",
            ["Format"] = format,
            ["AccessKeyId"] = key,
            ["SignatureMethod"] = "HMAC-SHA1",
            ["SignatureVersion"] = "1.0",
            ["SignatureNonce"] = $"nonce {++_calls}",
            ["Timestamp"] = "2024-02-29T12:00:00Z",
        };
        foreach (var (name, value) in parameters)
        {
            all[name] = value;
        }

        all["Signature"] = RpcSignature.Sign(RpcSignature.StringToSign("POST", RpcSignature.CanonicalQuery(all)), "testsecret");
        return await SendAsync(string.Join('&', all.Select(pair => $"{PercentEncoding.Encode(pair.Key)}={PercentEncoding.Encode(pair.Value)}")));
    }

    /// <summary>Keeps a description for a job's result.</summary>
    public void Describe(JobKey job, MediaDescription media) => Results
        .FindAsync(job, ResultPart.Streams, Arg.Any<CancellationToken>())
        .Returns(JsonSerializer.SerializeToUtf8Bytes(new AnalysisResult(media), CoreJson.Default.AnalysisResult));

    public void Dispose() => _services.Dispose();

    private static IIdSource NewIds()
    {
        var ids = Substitute.For<IIdSource>();
        ids.NewRequestId().Returns(RequestId);
        var jobs = 0;
        ids.NewJobId(default).ReturnsForAnyArgs(_ => $"fe5e03a404053284{0xffffffff - ++jobs:x16}");
        return ids;
    }

    private async Task<ImsAnswer> SendAsync(string query)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.Path = "/";
        context.Request.QueryString = new QueryString("?" + query);
        context.Request.Host = new HostString("127.0.0.1:7071");
        context.Response.Body = body;
        await _services.GetRequiredService<RequestGateway>().HandleAsync(context, Scheduler);
        return new ImsAnswer(context.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
