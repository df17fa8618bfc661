using System.Buffers;
using System.Text.Unicode;

namespace MediaInfo.Api.Tests.Growth;

/// <summary>
/// The runtime's search methods, each with the same parameters, preceded by the instance. Instrumented code calls these instead,
/// because a search is one call but takes a step for each character.
/// </summary>
public static class CountedSearches
{
    public static bool Contains(string text, char value, StringComparison comparison) =>
        StepCount.Searched(text.Contains(value, comparison), text.Length);

    public static bool Contains(string text, string value, StringComparison comparison) =>
        StepCount.Searched(text.Contains(value, comparison), text.Length);

    public static int IndexOf(string text, char value, int start) =>
        start + StepCount.Searched(text.AsSpan(start).IndexOf(value), text.Length - start) is var found && found < start
            ? -1
            : found;

    public static int IndexOf(string text, char value, StringComparison comparison) =>
        StepCount.Searched(text.IndexOf(value, comparison), text.Length);

    public static int IndexOf(string text, string value, StringComparison comparison) =>
        StepCount.Searched(text.IndexOf(value, comparison), text.Length);

    public static int LastIndexOf(string text, string value, StringComparison comparison)
    {
        var found = text.LastIndexOf(value, comparison);
        StepCount.Searched(found < 0 ? found : text.Length - value.Length - found, text.Length);
        return found;
    }

    public static int LastIndexOf(string text, char value)
    {
        var found = text.LastIndexOf(value);
        StepCount.Searched(text.Length - 1 - found, text.Length);
        return found;
    }

    public static int IndexOf<T>(ReadOnlySpan<T> text, T value)
        where T : IEquatable<T>? => StepCount.Searched(text.IndexOf(value), text.Length);

    public static int IndexOf<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> value)
        where T : IEquatable<T>? => StepCount.Searched(text.IndexOf(value), text.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> text, T first, T second)
        where T : IEquatable<T>? => StepCount.Searched(text.IndexOfAny(first, second), text.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> text, T first, T second, T third)
        where T : IEquatable<T>? => StepCount.Searched(text.IndexOfAny(first, second, third), text.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> values)
        where T : IEquatable<T>? => StepCount.Searched(text.IndexOfAny(values), text.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> text, SearchValues<T> values)
        where T : IEquatable<T>? => StepCount.Searched(text.IndexOfAny(values), text.Length);

    public static int IndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> value, StringComparison comparison) =>
        StepCount.Searched(text.IndexOf(value, comparison), text.Length);

    public static int IndexOfAnyExcept<T>(ReadOnlySpan<T> text, T value)
        where T : IEquatable<T>? => StepCount.Searched(text.IndexOfAnyExcept(value), text.Length);

    public static int IndexOfAnyExceptInRange<T>(ReadOnlySpan<T> text, T least, T most)
        where T : IComparable<T> => StepCount.Searched(text.IndexOfAnyExceptInRange(least, most), text.Length);

    public static int IndexOfAnyExcept<T>(ReadOnlySpan<T> text, SearchValues<T> values)
        where T : IEquatable<T>? => StepCount.Searched(text.IndexOfAnyExcept(values), text.Length);

    public static bool Contains<T>(ReadOnlySpan<T> all, T value, IEqualityComparer<T>? comparer) =>
        StepCount.Searched(all.Contains(value, comparer), all.Length);

    public static bool ContainsAnyExcept<T>(ReadOnlySpan<T> text, SearchValues<T> values)
        where T : IEquatable<T>? => StepCount.Searched(text.ContainsAnyExcept(values), text.Length);

    public static bool ContainsAnyInRange<T>(ReadOnlySpan<T> text, T least, T most)
        where T : IComparable<T> => StepCount.Searched(text.ContainsAnyInRange(least, most), text.Length);

    public static int CommonPrefixLength<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> other) =>
        StepCount.Searched(text.CommonPrefixLength(other), Math.Min(text.Length, other.Length));

    public static bool IsValid(ReadOnlySpan<byte> text) => StepCount.Searched(Utf8.IsValid(text), text.Length);
}
