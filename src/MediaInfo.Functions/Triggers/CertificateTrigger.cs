using MediaInfo.Api.Gateway;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace MediaInfo.Functions.Triggers;

/// <summary>The certificate of posts to the subscribers of topics, which everyone may read.</summary>
public sealed class CertificateTrigger(RequestGateway gateway)
{
    private const string Route = "x509_public_certificate.pem";

    /// <summary>Answers with the certificate.</summary>
    [Function("Certificate")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request)
    {
        await gateway.HandleAsync(request.HttpContext);
        return new EmptyResult();
    }
}
