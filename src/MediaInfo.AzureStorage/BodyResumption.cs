using Azure.Core;
using Azure.Core.Pipeline;

namespace MediaInfo.AzureStorage;

/// <summary>Keeps the SDK from resuming an interrupted body with requests that are neither visible nor counted.</summary>
/// <remarks>Inside a <see cref="Forbid"/> scope, an interrupted body fails with an <see cref="IOException"/> instead.</remarks>
internal sealed class BodyResumption : HttpPipelineSynchronousPolicy
{
    private const string Forbidden = "MediaInfo.BodyResumption.Forbidden";
    private static readonly Dictionary<string, object?> Marks = new(StringComparer.Ordinal) { [Forbidden] = true };

    /// <summary>Until disposed, requests of the current async flow fail before they are sent.</summary>
    public static IDisposable Forbid() => HttpPipeline.CreateHttpMessagePropertiesScope(Marks);

    /// <inheritdoc />
    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.TryGetProperty(Forbidden, out _))
        {
            throw new IOException("The object's content ended prematurely");
        }
    }
}
