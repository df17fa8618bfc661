using System.Text;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Messaging;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>The rules for event destinations.</summary>
internal static class EventTargets
{
    private const int MaxUrlBytes = 256;
    private const string QueuePrefix = "ice-callback-";

    /// <summary>Whether the text is one HTTP or HTTPS address of at most 256 bytes.</summary>
    public static bool IsUrl(string text) =>
        Encoding.UTF8.GetByteCount(text) <= MaxUrlBytes && WebTarget.Is(text);

    /// <summary>Whether the text names a message queue and has the product's prefix.</summary>
    public static bool IsQueue(string text) =>
        text.StartsWith(QueuePrefix, StringComparison.Ordinal)
        && text.Length > QueuePrefix.Length
        && QueueName.IsLegal(text);
}
