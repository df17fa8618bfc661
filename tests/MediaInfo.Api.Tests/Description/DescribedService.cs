using System.Xml.Linq;
using MediaInfo.Api.Alibaba.Mns;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Tests.Alibaba.Ims.Library;
using MediaInfo.Api.Tests.Alibaba.Mns;
using MediaInfo.Api.Tests.Huawei.Mpc.Support;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Categories;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Library;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Description;

/// <summary>The gateway with every dialect over memory, called as the description says, with real signatures.</summary>
internal sealed class DescribedService : IDisposable
{
    private const string Project = "f0e1d2c3b4a5968778695a4b3c2d1e0f";

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["MediaInfo:Accounts:List:0:Id"] = "1000000000000001",
        ["MediaInfo:Accounts:List:0:ProjectIds:0"] = Project,
        ["MediaInfo:Accounts:List:0:Keys:0:Id"] = "testid",
        ["MediaInfo:Accounts:List:0:Keys:0:Secret"] = "testsecret",
        ["MediaInfo:Accounts:List:0:Keys:0:Allow:0"] = "*",
        ["MediaInfo:Accounts:List:0:Buckets:0:Name"] = "*",
        ["MediaInfo:Accounts:List:0:Buckets:0:Access"] = "ReadWrite",
        ["MediaInfo:Accounts:List:0:Queues:0"] = "*",
        ["MediaInfo:Objects:Locations:0"] = "oss-cn-hangzhou",
        ["MediaInfo:Objects:Locations:1"] = "region01",
        ["MediaInfo:Objects:Buckets:0"] = "example-bucket",
        ["MediaInfo:Gateway:RequestsPerSecond"] = "100000",
    };

    private readonly ManualTimeProvider _time = new();
    private readonly ServiceProvider _services;

    public DescribedService()
    {
        var interruptions = new Interruptions();
        var jobs = new MemoryJobs();
        _services = TestService.Build(Settings, _time, services => services
            .AddSingleton<Core.Jobs.IJobStore>(jobs)
            .AddSingleton<Core.Jobs.Listing.IJobIndex>(jobs)
            .AddSingleton<IAssetStore>(new FakeAssets(interruptions))
            .AddSingleton<IAssetClaims>(new FakeClaims(interruptions))
            .AddSingleton<ICategoryStore>(new FakeCategories(interruptions))
            .AddSingleton<IEventCallbackStore>(new FakeCallbacks())
            .AddSingleton<IObjectLinks>(new FakeLinks()));
    }

    public IEnumerable<T> All<T>() => _services.GetServices<T>();

    /// <summary>Makes the queue and the topic of the examples.</summary>
    public async Task PrepareAsync()
    {
        await SendAsync(MnsRequest.Put("/queues/mediainfo-callbacks").ToWire());
        await SendAsync(MnsRequest.Put("/topics/mps-done").ToWire());
    }

    /// <summary>Sends a call of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="values">The parameters' values by name.</param>
    /// <param name="body">The body; null for none.</param>
    public Task<WireAnswer> CallAsync(DescribedOperation operation, Dictionary<string, string> values, string? body) =>
        SendAsync(operation.Action("protocol") switch
        {
            "rpc" => RpcRequest.Of(operation.Name, [.. values.Select(pair => (pair.Key, pair.Value))])
                .With(("Version", operation.Action("version")!)).ToWire(),
            "mpc" => new MpcRequest(operation.Method)
            {
                Project = values["project_id"],
                Query = [.. values.Where(pair => PlaceOf(operation, pair.Key) is "query")],
                Body = body ?? "",
            }.ToWire(),
            _ => ToMns(operation, values, body).ToWire(),
        });

    public void Dispose() => _services.Dispose();

    /// <summary>The values of a body's elements as XML.</summary>
    public static string Xml(string root, IEnumerable<KeyValuePair<string, string>> elements) =>
        MnsXml.Element(root, elements.Select(element => new XElement(MnsXml.Element(element.Key).Name, element.Value)))
            .ToString(SaveOptions.DisableFormatting);

    // Some calls wait, by the rig's clock.
    private async Task<WireAnswer> SendAsync(WireRequest request)
    {
        var call = _services.GetRequiredService<RequestGateway>().SendAsync(request);
        while (await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(20))) != call)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        return await call;
    }

    private static MnsRequest ToMns(DescribedOperation operation, Dictionary<string, string> values, string? body)
    {
        var path = values.Aggregate(
            operation.Action("path")!,
            (text, value) => text.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
        var query = string.Join('&', values.Where(pair => PlaceOf(operation, pair.Key) is "query")
            .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        var request = new MnsRequest(operation.Method, query.Length > 0 ? $"{path}?{query}" : path) { Body = body ?? "" };
        return values.Where(pair => PlaceOf(operation, pair.Key) is "header")
            .Aggregate(request, (call, header) => call.With(header.Key, header.Value));
    }

    private static string PlaceOf(DescribedOperation operation, string name) => operation.Parameters
        .First(parameter => string.Equals(DescribedOperation.NameOf(parameter), name, StringComparison.Ordinal))["in"]!
        .GetValue<string>();
}
