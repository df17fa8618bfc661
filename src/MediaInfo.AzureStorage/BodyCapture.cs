using Azure.Core;
using Azure.Core.Pipeline;

namespace MediaInfo.AzureStorage;

/// <summary>Captures the network stream behind a response body.</summary>
/// <remarks>
/// Disposing the SDK's stream or response does not close the network stream. A body that is not read to its end would keep
/// arriving, and keep its connection busy, until garbage collection.
/// </remarks>
internal sealed class BodyCapture : HttpPipelineSynchronousPolicy
{
    private const string Property = "MediaInfo.BodyCapture";

    /// <summary>Holds the body of the last response in the scope.</summary>
    public sealed class Holder
    {
        /// <summary>The stream to dispose; null before the first response.</summary>
        public Stream? Body { get; set; }
    }

    /// <summary>Until disposed, responses of the current async flow put their body stream into the holder.</summary>
    public static IDisposable Into(Holder holder) =>
        HttpPipeline.CreateHttpMessagePropertiesScope(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [Property] = holder });

    /// <inheritdoc />
    public override void OnReceivedResponse(HttpMessage message)
    {
        if (message.TryGetProperty(Property, out var holder))
        {
            ((Holder)holder!).Body = message.Response.ContentStream;
        }
    }
}
