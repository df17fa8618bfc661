using System.Text;
using MediaInfo.Api.Gateway;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>Serves the certificate of posts to subscribers, to everyone.</summary>
/// <remarks>The file has the vendor's name, whose own is in a bucket.</remarks>
public sealed class CertificateProtocol(SigningKey key) : IProtocol
{
    /// <summary>The certificate's path.</summary>
    public const string Path = "/x509_public_certificate.pem";

    /// <inheritdoc />
    public bool Serves(string path) => string.Equals(path, Path, StringComparison.Ordinal);

    /// <inheritdoc />
    public async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken) =>
        HttpMethods.IsGet(request.Method)
            ? new ApiResponse(
                StatusCodes.Status200OK,
                "application/x-pem-file",
                Encoding.ASCII.GetBytes((await key.GetAsync(cancellationToken)).Pem))
            : Empty(StatusCodes.Status405MethodNotAllowed);

    /// <inheritdoc />
    public ApiResponse Refuse(ApiRequest request, GatewayFault fault) => Empty(fault switch
    {
        GatewayFault.Unavailable => StatusCodes.Status503ServiceUnavailable,
        GatewayFault.Internal => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status400BadRequest,
    });

    private static ApiResponse Empty(int status) => new(status, ContentType: null, default);
}
