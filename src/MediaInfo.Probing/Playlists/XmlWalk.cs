using System.Text;
using System.Xml;

namespace MediaInfo.Probing.Playlists;

/// <summary>Walks an XML document once, element by element, keeping only what the caller asks for.</summary>
/// <param name="reader">Reads the document.</param>
/// <param name="maxDepth">Stops early in a deeper document.</param>
/// <param name="cancellationToken">Cancels the reading.</param>
internal sealed class XmlWalk(XmlReader reader, int maxDepth, CancellationToken cancellationToken)
{
    /// <summary>Whether the document is too deep. If so, only part of it was read.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>The name of the root element, whatever its namespace; null if there is none.</summary>
    public string? Begin() => reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null;

    /// <summary>An attribute of the current element; null if it has none of that name.</summary>
    public string? this[string attribute] => reader.GetAttribute(attribute);

    /// <summary>
    /// The names of the current element's children, each while that child is current. Read the element's own attributes first.
    /// </summary>
    public IEnumerable<string> Children()
    {
        if (reader.IsEmptyElement)
        {
            yield break;
        }

        var depth = reader.Depth;
        while (Next() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1)
            {
                yield return reader.LocalName;
            }
        }
    }

    /// <summary>The text in the current element and its descendants, up to about a number of characters.</summary>
    public string Text(int most)
    {
        var text = new StringBuilder();
        var (isEmpty, depth) = (reader.IsEmptyElement, reader.Depth);
        while (!isEmpty && Next() && reader.Depth > depth)
        {
            text.Append(text.Length <= most && IsText(reader.NodeType) ? reader.Value : "");
        }

        return text.ToString();
    }

    /// <summary>Reads to the end, which must be well-formed too.</summary>
    public void End()
    {
        while (Next())
        {
        }
    }

    private static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace;

    private bool Next()
    {
        cancellationToken.ThrowIfCancellationRequested();
        IsTooDeep |= reader.Depth > maxDepth;
        return !IsTooDeep && reader.Read();
    }
}
