using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MediaInfo.Api.Alibaba.Mns.Topics;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Api.Tests.Alibaba.Mns.Topics;

public sealed class SigningCertificateTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Processes_that_share_a_store_share_the_key()
    {
        var store = new InMemoryTopics();
        using var one = new SigningKey(new SigningOptions(), store, _time);
        using var two = new SigningKey(new SigningOptions(), store, _time);

        Assert.Equal((await one.GetAsync(default)).Pem, (await two.GetAsync(default)).Pem);
    }

    [Fact]
    public async Task The_settings_certificate_comes_first()
    {
        var pem = SigningCertificate.Make(_time.GetUtcNow());
        using var key = new SigningKey(new SigningOptions { Certificate = pem }, new InMemoryTopics(), _time);

        Assert.StartsWith((await key.GetAsync(default)).Pem.Trim(), pem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_PFX_file_is_read_from_base64()
    {
        var pem = SigningCertificate.Make(_time.GetUtcNow());
        using var certificate = X509Certificate2.CreateFromPem(pem, pem);
        var pfx = Convert.ToBase64String(certificate.Export(X509ContentType.Pfx));

        using var read = SigningCertificate.Read(pfx);

        Assert.StartsWith(read.Pem.Trim(), pem, StringComparison.Ordinal);
        Assert.Empty(new SigningOptions { Certificate = pfx }.Problems());
    }

    [Theory]
    [InlineData("-----BEGIN CERTIFICATE-----")]
    [InlineData("not base64")]
    [InlineData("AAAA")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://vault/secrets/name)")]
    public void Anything_else_is_a_wrong_setting(string text) =>
        Assert.Single(new SigningOptions { Certificate = text }.Problems());

    [Fact]
    public void The_address_must_be_one_that_receivers_can_open()
    {
        Assert.Single(new SigningOptions { CertificateUrl = new Uri("ftp://example.com/a.pem") }.Problems());
        Assert.Empty(new SigningOptions { CertificateUrl = new Uri("https://example.com/a.pem") }.Problems());
    }

    [Fact]
    public async Task A_stored_key_that_cannot_be_read_is_a_fault_of_storage()
    {
        var store = new InMemoryTopics();
        await store.AddAsync("nonsense", default);
        using var key = new SigningKey(new SigningOptions(), store, _time);

        var fault = await Assert.ThrowsAsync<IOException>(() => key.GetAsync(default));
        Assert.IsAssignableFrom<CryptographicException>(fault.InnerException);
    }
}
