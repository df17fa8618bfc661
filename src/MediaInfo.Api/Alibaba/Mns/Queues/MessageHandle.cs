using System.Buffers.Text;
using System.Text;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>A receipt handle: a message's id and its receipt. Clients put it into addresses without encoding it.</summary>
/// <param name="Id">The queue's id for the message.</param>
/// <param name="Receipt">The storage's receipt.</param>
internal sealed record MessageHandle(string Id, string Receipt)
{
    private const int Longest = 1_024;

    /// <summary>The handle as callers see it: letters, digits, "-" and "_".</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Id}\n{Receipt}"));

    /// <summary>Reads a handle; null for a text that is none.</summary>
    public static MessageHandle? Read(string text) =>
        text.Length <= Longest
        && Base64Url.IsValid(text)
        && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n') is [{ Length: > 0 } id, { Length: > 0 } receipt]
            ? new MessageHandle(id, receipt)
            : null;
}
