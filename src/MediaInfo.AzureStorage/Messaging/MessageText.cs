using System.Globalization;
using MediaInfo.Core.Messaging;

namespace MediaInfo.AzureStorage.Messaging;

/// <summary>The text of a storage message that holds a message's body and priority.</summary>
/// <remarks>
/// A first line such as "mns 8" tells it from the messages of the service itself and of storage clients, whose text is the body.
/// </remarks>
internal static class MessageText
{
    /// <summary>The most bytes that the first line needs.</summary>
    public const int LongestLine = 7;

    private const string Mark = "mns ";

    /// <summary>The text of a message.</summary>
    public static string Write(string body, int priority) =>
        string.Create(CultureInfo.InvariantCulture, $"{Mark}{priority}\n{body}");

    /// <summary>Body and priority of a text; null if it has no such first line.</summary>
    public static (string Body, int Priority)? Read(string text)
    {
        var line = text.AsSpan(0, Math.Min(text.Length, LongestLine));
        return line.StartsWith(Mark, StringComparison.Ordinal)
            && line.IndexOf('\n') is > 0 and var end
            && int.TryParse(line[Mark.Length..end], NumberStyles.None, CultureInfo.InvariantCulture, out var priority)
            && priority is >= OutgoingMessage.HighestPriority and <= OutgoingMessage.LowestPriority
                ? (text[(end + 1)..], priority)
                : null;
    }
}
