using System.Text;
using System.Xml;

namespace MediaInfo.Core.Probing.Playlists;

/// <summary>Goes through an XML document once, element by element. What nobody asks for is passed over and not kept.</summary>
/// <param name="reader">Reads the document.</param>
/// <param name="maxDepth">Ends early in a document that is deeper.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class XmlWalk(XmlReader reader, int maxDepth, CancellationToken cancellationToken)
{
    /// <summary>Whether the document is deeper than it may be. Then only a part of it was seen.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>The name of the document's element, whatever its namespace; null where there is none.</summary>
    public string? Begin() => reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null;

    /// <summary>An attribute of the element that stands here; null when it has none of that name.</summary>
    public string? this[string attribute] => reader.GetAttribute(attribute);

    /// <summary>
    /// The names of the elements in the one that stands here, each while it stands here itself. Its own attributes must be read before.
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

    /// <summary>The text in the element that stands here, and in those in it.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        var (isEmpty, depth) = (reader.IsEmptyElement, reader.Depth);
        while (!isEmpty && Next() && reader.Depth > depth)
        {
            text.Append(reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace ? reader.Value : "");
        }

        return text.ToString();
    }

    /// <summary>Reads on to the end, which must be well-formed too.</summary>
    public void End()
    {
        while (Next())
        {
        }
    }

    private bool Next()
    {
        cancellationToken.ThrowIfCancellationRequested();
        IsTooDeep |= reader.Depth > maxDepth;
        return !IsTooDeep && reader.Read();
    }
}
