using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.ObjectProxy;
using MediaInfo.Probing.Reading;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>The real proxy on its own port, over objects in memory, with one session and its lease.</summary>
public sealed class ProxyRig : IAsyncDisposable
{
    public const string Bucket = "example-bucket";

    public static readonly ObjectRef Source = new(Bucket, "dir/sample.mp4");

    private readonly LoopbackObjectProxy _proxy = new(Urls);

    private ProxyRig(ProbeBudget budget)
    {
        Session = JobReading.Session(Source, Store, budget);
    }

    public static ObjectUrl Urls => new(new ObjectOptions { Locations = ["oss-cn-hangzhou"] });

    public ProxyStore Store { get; } = new();

    public ProbeSession Session { get; }

    public ProxyLease Lease { get; private set; } = null!;

    public static async Task<ProxyRig> StartAsync(ProbeBudget? budget = null)
    {
        var rig = new ProxyRig(budget ?? ProbeBudget.Unlimited);
        await rig._proxy.StartingAsync(CancellationToken.None);
        rig.Lease = rig.Open(rig.Session);
        return rig;
    }

    public ProxyLease Open(ProbeSession session) => _proxy.Open(session);

    /// <summary>Stops the proxy after the last request.</summary>
    public Task StopAsync() => _proxy.StoppedAsync(CancellationToken.None);

    /// <summary>The value of Proxy-Authorization for a lease.</summary>
    public static string CredentialOf(ProxyLease lease) =>
        "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes(new Uri(lease.ProxyUrl).UserInfo));

    /// <summary>A client that sends every request through the proxy, with the rig's own lease.</summary>
    public HttpClient NewClient() => NewClient(Lease);

    /// <summary>A client that sends every request through the proxy, with the given lease.</summary>
    public static HttpClient NewClient(ProxyLease lease) =>
        new(new SocketsHttpHandler { Proxy = new WebProxy(new Uri(lease.ProxyUrl).GetLeftPart(UriPartial.Path)) })
        {
            DefaultRequestHeaders = { ProxyAuthorization = AuthenticationHeaderValue.Parse(CredentialOf(lease)) },
        };

    /// <summary>A GET whose URL is neither normalized nor decoded.</summary>
    public static HttpRequestMessage Get(string url, string? range = null)
    {
        var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (range is not null)
        {
            request.Headers.TryAddWithoutValidation("Range", range);
        }

        return request;
    }

    /// <summary>Sends a request line unchanged and reads the head of the answer.</summary>
    public Task<string> AskAsync(string requestLine, string? credential) =>
        RawRequest.AskAsync(new Uri(Lease.ProxyUrl), requestLine, credential);

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        Session.Dispose();
    }
}
