using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MediaInfo.Api.ObjectProxy;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Probing;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Api.Tests.Support;

/// <summary>The real proxy on a port of its own, over objects in memory, with one session and its lease.</summary>
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

    /// <summary>Ends the proxy after the last request.</summary>
    public Task StopAsync() => _proxy.StoppedAsync(CancellationToken.None);

    /// <summary>The value of Proxy-Authorization for a lease.</summary>
    public static string CredentialOf(ProxyLease lease) =>
        "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes(new Uri(lease.ProxyUrl).UserInfo));

    /// <summary>A client that asks the proxy for everything, with the rig's own lease.</summary>
    public HttpClient NewClient() => NewClient(Lease);

    /// <summary>A client that asks the proxy for everything, with a lease.</summary>
    public static HttpClient NewClient(ProxyLease lease) => new(new SocketsHttpHandler { Proxy = new WebProxy(new Uri(lease.ProxyUrl).GetLeftPart(UriPartial.Path)) })
    {
        DefaultRequestHeaders = { ProxyAuthorization = AuthenticationHeaderValue.Parse(CredentialOf(lease)) },
    };

    /// <summary>Asks for an object by a URL that nothing folds or decodes.</summary>
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

    /// <summary>Sends a request line as it is, and reads the head of the answer.</summary>
    public Task<string> AskAsync(string requestLine, string? credential) => RawRequest.AskAsync(new Uri(Lease.ProxyUrl), requestLine, credential);

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        Session.Dispose();
    }
}
