using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using MediaInfo.Standalone.Tests.Tls;

namespace MediaInfo.Standalone.Tests.EndToEnd;

[Collection(StandaloneFixture.Collection)]
[Trait("Platform", "Linux")]
public sealed class TlsTests : IDisposable
{
    private readonly StandaloneFixture _fixture;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediainfo-tls-");
    private readonly TestAuthority _authority = new();
    private readonly string _path;
    private readonly string _key;

    public TlsTests(StandaloneFixture fixture)
    {
        _fixture = fixture;
        (_path, _key) = (Path.Combine(_folder.FullName, "server.pem"), Path.Combine(_folder.FullName, "server.key"));
        Write(_authority.Sign());
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _authority.Dispose();
    }

    [Theory]
    [InlineData(SslProtocols.Tls12, "http/1.1")]
    [InlineData(SslProtocols.Tls13, "http/1.1")]
    [InlineData(SslProtocols.Tls13, "h2")]
    public async Task Callers_agree_on_version_and_protocol(SslProtocols version, string protocol)
    {
        await using var standalone = await StartAsync();

        await using var tls = await ConnectAsync(standalone.Endpoint, version, protocol);

        Assert.Equal((version, protocol), (tls.SslProtocol, $"{tls.NegotiatedApplicationProtocol}"));
    }

    [Fact]
    public async Task Requests_are_answered_over_HTTP_2_and_the_old_versions_of_TLS_are_refused()
    {
        await using var standalone = await StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, SslOptions = Options(SslProtocols.None) });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(standalone.Endpoint, "/health/ready"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var answer = await http.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (answer.StatusCode, answer.Version));
#pragma warning disable CA5397, SYSLIB0039 // The version that must not work.
        await Assert.ThrowsAnyAsync<Exception>(() => ConnectAsync(standalone.Endpoint, SslProtocols.Tls11, "http/1.1"));
#pragma warning restore CA5397, SYSLIB0039
    }

    [Fact]
    public async Task A_caller_that_never_shakes_hands_is_cut_off_at_the_time_limit_of_a_head()
    {
        await using var standalone = await StartAsync(
            ("MediaInfo__Http__HeadTimeout", "00:00:01"), ("MediaInfo__Http__MaxConnectionsPerAddress", "1"));
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, standalone.Endpoint.Port);

        Assert.Equal(0, await ReadOneAsync(silent.GetStream()));

        // The only place is free again, and one that shakes hands counts as well.
        await using var first = await ConnectAsync(standalone.Endpoint, SslProtocols.Tls13, "http/1.1");
        await using var second = await ConnectAsync(standalone.Endpoint, SslProtocols.Tls13, "http/1.1");
        Assert.Equal(0, await ReadOneAsync(first));
    }

    [Fact]
    public async Task A_renewed_certificate_is_served_without_a_restart()
    {
        await using var standalone = await StartAsync();
        var renewed = _authority.Sign();
        Write(renewed);

        await ProcessPatience.HoldsAsync("the new certificate is served", standalone, async () =>
        {
            await using var tls = await ConnectAsync(standalone.Endpoint, SslProtocols.Tls13, "http/1.1");
            using var served = new X509Certificate2(tls.RemoteCertificate!);
            return string.Equals(served.Thumbprint, renewed.Thumbprint, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task An_https_address_without_a_certificate_stops_the_start()
    {
        await using var standalone = StandaloneProcess.StartAt("https://127.0.0.1:0", _fixture.Settings());

        Assert.Equal(1, await standalone.ExitAsync());

        Assert.Contains("Http:Certificate:Path", standalone.Errors, StringComparison.Ordinal);
        Assert.Single(standalone.Errors.Trim().Split('\n'));
    }

    // Zero where the other side has closed, politely or not.
    private static async Task<int> ReadOneAsync(Stream stream)
    {
        try
        {
            return await stream.ReadAsync(new byte[1]);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private async Task<StandaloneProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        var standalone = StandaloneProcess.StartAt("https://127.0.0.1:0", _fixture.Settings(
            [("MediaInfo__Http__Certificate__Path", _path), ("MediaInfo__Http__Certificate__KeyPath", _key), .. settings]));
        await standalone.ListensAsync();
        return standalone;
    }

    private async Task<SslStream> ConnectAsync(Uri endpoint, SslProtocols version, string protocol)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, endpoint.Port);
        var tls = new SslStream(client.GetStream());
        var options = Options(version);
        options.TargetHost = "127.0.0.1";
        options.ApplicationProtocols = [new SslApplicationProtocol(protocol)];
        await tls.AuthenticateAsClientAsync(options);
        return tls;
    }

    // Trusts only the root, so the server must send the authority between.
    private SslClientAuthenticationOptions Options(SslProtocols version) => new()
    {
        EnabledSslProtocols = version,
        CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { _authority.Root },
            RevocationMode = X509RevocationMode.NoCheck,
        },
    };

    private void Write((string Chain, string Key, string Thumbprint, byte[] Pfx) signed)
    {
        File.WriteAllText(_path, signed.Chain);
        File.WriteAllText(_key, signed.Key);
    }
}
