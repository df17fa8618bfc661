using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace MediaInfo.Core.Media;

/// <summary>A dictionary of texts in file order, with case-insensitive names, as in FFmpeg's tags.</summary>
[JsonConverter(typeof(TextDictionaryJsonConverter))]
public sealed class TextDictionary : IReadOnlyDictionary<string, string>, IEquatable<TextDictionary>
{
    private readonly OrderedDictionary<string, string> _texts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates the dictionary. If a name repeats, its first text is kept.</summary>
    public TextDictionary(IEnumerable<KeyValuePair<string, string>> texts)
    {
        foreach (var (name, text) in texts)
        {
            _texts.TryAdd(name, text);
        }
    }

    /// <summary>An empty dictionary.</summary>
    public static TextDictionary Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _texts.Count;

    /// <inheritdoc />
    public IEnumerable<string> Keys => _texts.Keys;

    /// <inheritdoc />
    public IEnumerable<string> Values => _texts.Values;

    /// <inheritdoc />
    public string this[string key] => _texts[key];

    /// <summary>The text of a name; null if absent.</summary>
    public string? Find(string name) => _texts.GetValueOrDefault(name);

    /// <inheritdoc />
    public bool ContainsKey(string key) => _texts.ContainsKey(key);

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => _texts.TryGetValue(key, out value);

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _texts.GetEnumerator();

    /// <summary>Whether both hold the same names, case-sensitively, with the same texts in the same order.</summary>
    public bool Equals(TextDictionary? other) => other is not null && this.SequenceEqual(other);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as TextDictionary);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (name, text) in _texts)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(text, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
