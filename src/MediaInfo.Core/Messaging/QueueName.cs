namespace MediaInfo.Core.Messaging;

/// <summary>The rule for names of message queues and topics, that of the vendor's message service.</summary>
public static class QueueName
{
    /// <summary>The most characters of a name.</summary>
    public const int MaxLength = 256;

    /// <summary>The rule as a sentence, for error messages.</summary>
    public const string Rule =
        "1 to 256 letters, digits, hyphens and underscores, with a letter or a digit at the beginning";

    /// <summary>Whether the name is legal.</summary>
    public static bool IsLegal(string name) =>
        name.Length is > 0 and <= MaxLength
        && char.IsAsciiLetterOrDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
