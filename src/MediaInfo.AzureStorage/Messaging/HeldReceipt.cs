using System.Globalization;

namespace MediaInfo.AzureStorage.Messaging;

/// <summary>A storage receipt with the time at which it ends. Storage itself would accept it until the next receive.</summary>
/// <param name="EndsAt">When the message is visible again, UTC.</param>
/// <param name="Pop">Storage's own receipt.</param>
internal sealed record HeldReceipt(DateTimeOffset EndsAt, string Pop)
{
    /// <summary>The receipt as callers see it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{EndsAt.ToUnixTimeMilliseconds()}.{Pop}");

    /// <summary>Reads a receipt; null for a text that is none, and for one whose time is over.</summary>
    public static HeldReceipt? Read(string text, DateTimeOffset now) =>
        text.IndexOf('.', StringComparison.Ordinal) is > 0 and < 16 and var dot
        && long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at > now.ToUnixTimeMilliseconds()
        && at < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new HeldReceipt(DateTimeOffset.FromUnixTimeMilliseconds(at), text[(dot + 1)..])
            : null;
}
