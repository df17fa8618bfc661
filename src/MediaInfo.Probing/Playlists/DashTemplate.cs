using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Playlists;

/// <summary>A template for segment references (ISO/IEC 23009-1, 5.3.9.4.4), parsed once for all segments.</summary>
internal sealed partial class DashTemplate
{
    // No object has a longer reference.
    private const int MaxLength = ObjectRef.MaxTextLength;

    private readonly List<Part> _parts = [];

    private DashTemplate()
    {
    }

    /// <summary>Parses a template; null if its references would be too long.</summary>
    /// <param name="text">The template.</param>
    /// <param name="id">The representation's id.</param>
    /// <param name="bandwidth">Its bandwidth, bit/s.</param>
    public static DashTemplate? Of(string text, string id, long bandwidth)
    {
        if (text.Length > MaxLength || id.Length > MaxLength)
        {
            return null;
        }

        var template = new DashTemplate();
        var fixedText = new StringBuilder();
        var end = 0;
        foreach (var match in Identifier().EnumerateMatches(text))
        {
            fixedText.Append(text, end, match.Index - end);
            end = match.Index + match.Length;
            template.Add(fixedText, text[match.Index..end], id, bandwidth);
            if (fixedText.Length > MaxLength)
            {
                return null;
            }
        }

        template._parts.Add(new Part(fixedText.Append(text, end, text.Length - end).ToString(), Width: null, IsTime: false));
        return template;
    }

    /// <summary>The reference of a segment; null if it is too long.</summary>
    public string? Expand(long number, long time)
    {
        var reference = new StringBuilder();
        foreach (var part in _parts)
        {
            reference.Append(part.Text);
            if (part.Width is { } width)
            {
                reference.Append((part.IsTime ? time : number).ToString(width, CultureInfo.InvariantCulture));
            }

            if (reference.Length > MaxLength)
            {
                return null;
            }
        }

        return reference.ToString();
    }

    // "$Number$", "$Number%05d$"; "$$" is an escaped "$".
    private void Add(StringBuilder fixedText, string identifier, string id, long bandwidth)
    {
        var parts = identifier.Trim('$').Split("%0");
        var width = parts.Length > 1 ? "D" + parts[1].TrimEnd('d') : "D";
        switch (parts[0])
        {
            case "Number" or "Time":
                _parts.Add(new Part(fixedText.ToString(), width, IsTime: parts[0] is "Time"));
                fixedText.Clear();
                break;
            default:
                fixedText.Append(parts[0] switch
                {
                    "" => "$",
                    "RepresentationID" => Uri.EscapeDataString(id),
                    "Bandwidth" => bandwidth.ToString(width, CultureInfo.InvariantCulture),
                    _ => identifier,
                });
                break;
        }
    }

    [GeneratedRegex(@"\$\w*(%0[0-9]{1,2}d)?\$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Identifier();

    private readonly record struct Part(string Text, string? Width, bool IsTime);
}
