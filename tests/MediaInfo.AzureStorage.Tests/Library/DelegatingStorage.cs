using System.Globalization;
using System.Net;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Xunit;

namespace MediaInfo.AzureStorage.Tests.Library;

/// <summary>A storage account used with an identity. It answers only the request for a delegation key.</summary>
internal sealed class DelegatingStorage : HttpMessageHandler
{
    public const string ObjectId = "11111111-2222-3333-4444-555555555555";

    private const string Refusal = "<Error><Code>AuthorizationPermissionMismatch</Code><Message>No.</Message></Error>";

    private readonly TimeProvider _time;

    public DelegatingStorage(TimeProvider time)
    {
        _time = time;
        Blobs = new BlobServiceClient(
            new Uri("https://account.blob.core.windows.net"),
            new AnyIdentity(),
            new BlobClientOptions { Transport = new HttpClientTransport(this), Retry = { MaxRetries = 0 } });
    }

    public BlobServiceClient Blobs { get; }

    public bool Forbids { get; init; }

    public int Requests { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal("?restype=service&comp=userdelegationkey", request.RequestUri!.Query);
        Requests++;
        var now = _time.GetUtcNow();
        var key = $"""
            <UserDelegationKey>
              <SignedOid>{ObjectId}</SignedOid><SignedTid>tenant</SignedTid>
              <SignedStart>{Text(now)}</SignedStart><SignedExpiry>{Text(now.AddDays(2))}</SignedExpiry>
              <SignedService>b</SignedService><SignedVersion>2021-12-02</SignedVersion><Value>a2V5</Value>
            </UserDelegationKey>
            """;
        return Task.FromResult(new HttpResponseMessage(Forbids ? HttpStatusCode.Forbidden : HttpStatusCode.OK)
        {
            Content = new StringContent(Forbids ? Refusal : key, Encoding.UTF8, "application/xml"),
        });
    }

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed class AnyIdentity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
