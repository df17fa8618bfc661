using System.Runtime.InteropServices;

namespace MediaInfo.Probing.Playlists;

/// <summary>The attributes of an HLS tag (RFC 8216, 4.2).</summary>
/// <param name="text">The text after the tag's colon.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct AttributeList(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>An attribute's value without quotes; empty if there is none.</summary>
    /// <param name="name">The name with its equals sign, such as "URI=".</param>
    public ReadOnlySpan<char> this[ReadOnlySpan<char> name]
    {
        get
        {
            for (var rest = _text; !rest.IsEmpty;)
            {
                rest = rest.TrimStart(" \t,");
                var equals = rest.IndexOf('=');
                if (equals < 0)
                {
                    return [];
                }

                var value = rest[(equals + 1)..];
                var isQuoted = value.StartsWith("\"");
                value = isQuoted ? value[1..] : value;
                var length = value.IndexOf(isQuoted ? '"' : ',');
                length = length < 0 ? value.Length : length;
                if (rest.StartsWith(name, StringComparison.Ordinal))
                {
                    return value[..length];
                }

                rest = value[Math.Min(length + 1, value.Length)..];
            }

            return [];
        }
    }
}
