using Azure.Core;
using Azure.Core.Pipeline;

namespace MediaInfo.AzureStorage;

/// <summary>Keeps the SDK from resuming a body that broke off, with requests that nobody sees or counts.</summary>
/// <remarks>Whoever reads a body inside a <see cref="Forbid"/> scope gets the break as an <see cref="IOException"/> instead.</remarks>
internal sealed class BodyResumption : HttpPipelineSynchronousPolicy
{
    private const string Forbidden = "MediaInfo.BodyResumption.Forbidden";
    private static readonly Dictionary<string, object?> Marks = new(StringComparer.Ordinal) { [Forbidden] = true };

    /// <summary>Until it is disposed, requests of the current flow of execution fail before they are sent.</summary>
    public static IDisposable Forbid() => HttpPipeline.CreateHttpMessagePropertiesScope(Marks);

    /// <inheritdoc />
    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.TryGetProperty(Forbidden, out _))
        {
            throw new IOException("The object's content broke off before its end");
        }
    }
}
