using Azure.Core;
using Azure.Core.Pipeline;

namespace MediaInfo.AzureStorage;

/// <summary>Gets hold of the connection's own stream of an answer's body.</summary>
/// <remarks>
/// The stream that the SDK gives out closes nothing when it is disposed, nor does the answer: a body that is not read to its
/// end would keep coming, and keep its connection, until the garbage collector finds it.
/// </remarks>
internal sealed class BodyCapture : HttpPipelineSynchronousPolicy
{
    private const string Property = "MediaInfo.BodyCapture";

    /// <summary>The body of the last answer in the scope; null before.</summary>
    public sealed class Holder
    {
        /// <summary>The stream to dispose.</summary>
        public Stream? Body { get; set; }
    }

    /// <summary>Until it is disposed, answers of the current flow of execution leave their body with the holder.</summary>
    public static IDisposable Into(Holder holder) =>
        HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?>(StringComparer.Ordinal) { [Property] = holder });

    /// <inheritdoc />
    public override void OnReceivedResponse(HttpMessage message)
    {
        if (message.TryGetProperty(Property, out var holder))
        {
            ((Holder)holder!).Body = message.Response.ContentStream;
        }
    }
}
