using System.Globalization;

namespace MediaInfo.LocalStorage.Database;

/// <summary>Numbers that are never used twice, in this or any earlier process.</summary>
/// <remarks>
/// Every start takes a block of them that no process can use up, so that a number costs no write. They serve as versions of
/// documents, ids of messages and receipts. Only the writer takes them.
/// </remarks>
public sealed class VersionNumbers
{
    /// <summary>How many numbers each start takes.</summary>
    public const long Block = 1L << 40;

    private long _last;

    /// <summary>Takes the next number.</summary>
    public long Next() => ++_last;

    /// <summary>A number as callers see it.</summary>
    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number in a caller's text; -1, which is none, for any other text.</summary>
    internal static long Of(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>Begins a block.</summary>
    internal void Begin(long first) => _last = first;
}
