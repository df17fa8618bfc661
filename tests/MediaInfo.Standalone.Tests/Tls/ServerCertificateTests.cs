using MediaInfo.Standalone.Tls;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Standalone.Tests.Tls;

[Trait("Platform", "Linux")]
public sealed class ServerCertificateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediainfo-tls-");
    private readonly TestAuthority _authority = new();
    private readonly KeptLog _log = new();
    private readonly ManualTimeProvider _time = new(DateTimeOffset.UtcNow);

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _authority.Dispose();
    }

    [Fact]
    public async Task A_PEM_pair_is_read_with_its_chain()
    {
        var signed = _authority.Sign();

        var certificate = await ReadAsync(Pem(signed));

        Assert.Equal(signed.Thumbprint, certificate.Current.TargetCertificate.Thumbprint);
        Assert.Equal("CN=Intermediate of tests", Assert.Single(certificate.Current.IntermediateCertificates).Subject);
        Assert.Empty(_log.Lines);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("secret of tests")]
    public async Task Every_form_of_file_is_read(string? password)
    {
        var signed = _authority.Sign(password);
        var both = Write("both.pem", signed.Chain + signed.Key);
        var pfx = Path.Combine(_folder.FullName, "server.pfx");
        await File.WriteAllBytesAsync(pfx, signed.Pfx);

        CertificateOptions[] forms =
        [
            Pem(signed) with { Password = password },
            new CertificateOptions { Path = both, Password = password },
            new CertificateOptions { Path = pfx, Password = password },
        ];
        foreach (var options in forms)
        {
            Assert.Empty(new HttpOptions { Certificate = options }.Problems());
            var certificate = await ReadAsync(options);
            Assert.Equal(signed.Thumbprint, certificate.Current.TargetCertificate.Thumbprint);
            Assert.Single(certificate.Current.IntermediateCertificates);
        }
    }

    [Fact]
    public async Task Files_that_are_replaced_are_read_again()
    {
        var options = Pem(_authority.Sign());
        var certificate = await ReadAsync(options);
        var next = _authority.Sign();
        File.Move(Write("next.pem", next.Chain), options.Path!, overwrite: true);
        File.Move(Write("next.key", next.Key), options.KeyPath!, overwrite: true);

        await certificate.LookAsync(CancellationToken.None);
        await certificate.LookAsync(CancellationToken.None);

        Assert.Equal(next.Thumbprint, certificate.Current.TargetCertificate.Thumbprint);
        Assert.Contains("was reloaded; it is valid until 2", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_points_to_another_folder_is_read_again()
    {
        // As Kubernetes mounts a secret: the files are links through a folder that is itself a link.
        var (first, next) = (_authority.Sign(), _authority.Sign());
        Version("v1", first);
        Version("v2", next);
        var data = Path.Combine(_folder.FullName, "..data");
        Directory.CreateSymbolicLink(data, "v1");
        foreach (var name in new[] { "tls.crt", "tls.key" })
        {
            File.CreateSymbolicLink(Path.Combine(_folder.FullName, name), Path.Combine("..data", name));
        }

        var certificate = await ReadAsync(new CertificateOptions
        {
            Path = Path.Combine(_folder.FullName, "tls.crt"),
            KeyPath = Path.Combine(_folder.FullName, "tls.key"),
        });
        Assert.Equal(first.Thumbprint, certificate.Current.TargetCertificate.Thumbprint);
        Directory.Delete(data);
        Directory.CreateSymbolicLink(data, "v2");
        await certificate.LookAsync(CancellationToken.None);

        Assert.Equal(next.Thumbprint, certificate.Current.TargetCertificate.Thumbprint);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    [InlineData("no certificate")]
    [InlineData(null)]
    public async Task A_broken_file_leaves_the_certificate_and_is_told_once(string? text)
    {
        var signed = _authority.Sign();
        var options = Pem(signed);
        var certificate = await ReadAsync(options);
        if (text is null)
        {
            File.Delete(options.Path!);
        }
        else
        {
            await File.WriteAllTextAsync(options.Path!, text);
        }

        await certificate.LookAsync(CancellationToken.None);
        await certificate.LookAsync(CancellationToken.None);

        Assert.Equal(signed.Thumbprint, certificate.Current.TargetCertificate.Thumbprint);
        Assert.Contains("the one before it stays", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_file_after_a_broken_one_is_used()
    {
        var options = Pem(_authority.Sign());
        var certificate = await ReadAsync(options);
        var next = _authority.Sign();

        // The new certificate with the old key, as between the two writes of a renewal.
        await File.WriteAllTextAsync(options.Path!, next.Chain);
        await certificate.LookAsync(CancellationToken.None);
        await File.WriteAllTextAsync(options.KeyPath!, next.Key);
        await certificate.LookAsync(CancellationToken.None);

        Assert.Equal(next.Thumbprint, certificate.Current.TargetCertificate.Thumbprint);
        Assert.Equal(2, _log.Lines.Count);
    }

    [Fact]
    public void Settings_that_lead_to_no_certificate_are_a_problem()
    {
        var signed = _authority.Sign("secret of tests");
        CertificateOptions[] wrong =
        [
            new() { KeyPath = Write("lone.key", signed.Key) },
            new() { Password = "lone" },
            new() { Path = "/nowhere/server.pem" },
            new() { Path = Write("only.pem", signed.Chain) },
            Pem(signed) with { Password = "wrong" },
            Pem(signed),
        ];

        Assert.All(wrong, options => Assert.StartsWith(
            "Certificate:Path: ", Assert.Single(new HttpOptions { Certificate = options }.Problems()), StringComparison.Ordinal));
        Assert.Empty(new HttpOptions().Problems());
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public async Task A_certificate_out_of_its_dates_is_told_once_each_time(int days)
    {
        var certificate = await ReadAsync(Pem(_authority.Sign()));
        Assert.Empty(_log.Lines);

        _time.Step(TimeSpan.FromDays(days));
        await certificate.LookAsync(CancellationToken.None);
        await certificate.LookAsync(CancellationToken.None);
        Assert.Contains("callers refuse it", Assert.Single(_log.Lines), StringComparison.Ordinal);

        _time.Step(TimeSpan.FromDays(-days));
        await certificate.LookAsync(CancellationToken.None);
        _time.Step(TimeSpan.FromDays(days));
        await certificate.LookAsync(CancellationToken.None);
        Assert.Equal(2, _log.Lines.Count);
    }

    private async Task<ServerCertificate> ReadAsync(CertificateOptions options)
    {
        var certificate = new ServerCertificate(options, _time, _log);
        await certificate.LookAsync(CancellationToken.None);
        return certificate;
    }

    private CertificateOptions Pem((string Chain, string Key, string Thumbprint, byte[] Pfx) signed) =>
        new() { Path = Write("server.pem", signed.Chain), KeyPath = Write("server.key", signed.Key) };

    private void Version(string name, (string Chain, string Key, string Thumbprint, byte[] Pfx) signed)
    {
        _folder.CreateSubdirectory(name);
        Write(Path.Combine(name, "tls.crt"), signed.Chain);
        Write(Path.Combine(name, "tls.key"), signed.Key);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private sealed class KeptLog : ILogger<ServerCertificate>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
