using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Probing.Tests.ObjectProxy;

/// <summary>Who may use the proxy, and for which objects.</summary>
public sealed class ObjectProxyAccessTests : IAsyncLifetime
{
    private const string Own = "http://example-bucket.objects.invalid/dir/sample.mp4";

    private ProxyRig _rig = null!;

    public async Task InitializeAsync()
    {
        _rig = await ProxyRig.StartAsync();
        _rig.Store.Put(ProxyRig.Source, "0123456789"u8.ToArray());
    }

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic")]
    [InlineData("Basic cHJvYmU6")]
    [InlineData("Basic cHJvYmU6MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA=")]
    [InlineData("Bearer token")]
    public async Task Without_the_leases_credential_nothing_is_read(string? credential)
    {
        var answer = await _rig.AskAsync($"GET {Own}", credential);

        AssertRefused("407", answer);
        Assert.Contains("Proxy-Authenticate: Basic realm=\"objects\"\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_that_is_almost_right_is_refused()
    {
        var right = ProxyRig.CredentialOf(_rig.Lease);
        var text = Encoding.ASCII.GetString(Convert.FromBase64String(right["Basic ".Length..]));
        string[] wrong =
        [
            right + "=",
            right[..^1],
            right.ToUpperInvariant(),
            Basic(text[..^1]),
            Basic(text + "0"),
            Basic("other" + text[5..]),
        ];

        Assert.All(
            await Task.WhenAll(wrong.Select(credential => _rig.AskAsync($"GET {Own}", credential))),
            answer => AssertRefused("407", answer));
    }

    [Fact]
    public async Task A_returned_lease_gives_no_access()
    {
        Assert.StartsWith("HTTP/1.1 206", await AskAsync($"GET {Own}"), StringComparison.Ordinal);
        var read = _rig.Store.Requests.Count;

        _rig.Lease.Dispose();

        Assert.StartsWith("HTTP/1.1 407", await AskAsync($"GET {Own}"), StringComparison.Ordinal);
        Assert.Equal(read, _rig.Store.Requests.Count);
    }

    [Fact]
    public async Task A_held_lease_is_answered_once_it_is_released()
    {
        var held = _rig.Lease.Hold();
        var answer = AskAsync($"GET {Own}");
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        Assert.False(answer.IsCompleted);
        Assert.Empty(_rig.Store.Requests);

        held.Dispose();

        Assert.StartsWith("HTTP/1.1 206", await answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_lease_gives_access_only_to_its_own_bucket()
    {
        var theirs = new ObjectRef("other-bucket", "dir/sample.mp4");
        _rig.Store.Put(theirs, "theirs"u8.ToArray());
        using var session = JobReading.Session(theirs, _rig.Store);
        using var lease = _rig.Open(session);

        var own = await _rig.AskAsync($"GET {lease.Url}", ProxyRig.CredentialOf(lease));
        var foreign = await _rig.AskAsync($"GET {lease.Url}", ProxyRig.CredentialOf(_rig.Lease));

        Assert.NotEqual(lease.ProxyUrl, _rig.Lease.ProxyUrl);
        Assert.StartsWith("HTTP/1.1 206", own, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403", foreign, StringComparison.Ordinal);
        Assert.Equal(theirs, Assert.Single(_rig.Store.Requests).Source);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    public async Task Only_GET_is_served(string method) => AssertRefused("403", await AskAsync($"{method} {Own}"));

    [Theory]
    [InlineData("CONNECT example-bucket.objects.invalid:443")]
    [InlineData("CONNECT 169.254.169.254:80")]
    [InlineData("OPTIONS *")]
    public async Task Nothing_is_tunnelled(string requestLine) => AssertRefused("4", await AskAsync(requestLine));

    [Theory]
    [InlineData("http://other-bucket.objects.invalid/dir/sample.mp4")]
    [InlineData("http://objects.invalid/dir/sample.mp4")]
    [InlineData("http://example.com/dir/sample.mp4")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://169.254.169.254/example-bucket.objects.invalid/dir/sample.mp4")]
    [InlineData("http://127.0.0.1/dir/sample.mp4")]
    [InlineData("http://localhost:7071/")]
    [InlineData("http://[::1]/dir/sample.mp4")]
    [InlineData("http://example-bucket.objects.invalid:8080/dir/sample.mp4")]
    [InlineData("http://example-bucket.objects.invalid@example.com/dir/sample.mp4")]
    [InlineData("http://other-bucket.oss-cn-hangzhou.aliyuncs.com/dir/sample.mp4")]
    [InlineData("http://example-bucket.oss-cn-beijing.aliyuncs.com/dir/sample.mp4")]
    [InlineData("/dir/sample.mp4")]
    [InlineData("/")]
    public async Task Another_host_or_bucket_is_refused(string target) => AssertRefused("403", await AskAsync($"GET {target}"));

    [Theory]
    [InlineData("http://example-bucket.objects.invalid/dir/sample.mp4")]
    [InlineData("http://example-bucket.objects.invalid:80/dir/sample.mp4")]
    [InlineData("http://example-bucket.oss-cn-hangzhou.aliyuncs.com/dir/sample.mp4?Expires=1")]
    [InlineData("http://example-bucket.oss-cn-hangzhou-internal.aliyuncs.com/dir%2Fsample.mp4")]
    [InlineData("https://example-bucket.obs.oss-cn-hangzhou.myhuaweicloud.com/dir/sample.mp4")]
    public async Task Vendor_URLs_of_the_leases_own_bucket_are_allowed(string target)
    {
        Assert.StartsWith("HTTP/1.1 206", await AskAsync($"GET {target}"), StringComparison.Ordinal);
        Assert.Equal(ProxyRig.Source, Assert.Single(_rig.Store.Requests).Source);
    }

    [Fact]
    public async Task Another_object_in_the_leases_own_bucket_is_allowed()
    {
        _rig.Store.Put(ProxyRig.Source with { Key = "dir/segment.ts" }, "0"u8.ToArray());

        Assert.StartsWith(
            "HTTP/1.1 206", await AskAsync("GET http://example-bucket.objects.invalid/dir/segment.ts"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_proxy_listens_only_on_the_loopback_address()
    {
        var url = new Uri(_rig.Lease.ProxyUrl);

        Assert.Equal(("127.0.0.1", Own), (url.Host, _rig.Lease.Url));
        Assert.Matches("^probe:[0-9a-f]{32}$", url.UserInfo);
    }

    private static string Basic(string text) => "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes(text));

    private Task<string> AskAsync(string requestLine) => _rig.AskAsync(requestLine, ProxyRig.CredentialOf(_rig.Lease));

    private void AssertRefused(string status, string answer)
    {
        Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
        Assert.Empty(_rig.Store.Requests);
        Assert.Null(_rig.Session.Failure);
    }
}
