using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>Reads and writes the API's XML.</summary>
public static class MnsXml
{
    private const int Deepest = 8;
    private const int MostElements = 1_000;
    private static readonly XNamespace Namespace = MnsApi.Namespace;

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CheckCharacters = false,

        // A parser would read a bare carriage return as a line feed.
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>An element of the API's namespace.</summary>
    /// <param name="name">Its local name.</param>
    /// <param name="content">Its text or elements; null ones are left out.</param>
    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    /// <summary>An element with a text. Characters that XML does not have become U+FFFD.</summary>
    public static XElement Text(string name, string text) => new(
        Namespace + name,
        text.All(IsText)
            ? text
            : string.Concat(text.Select(c => IsText(c) ? c : '\uFFFD')));

    /// <summary>The child's text, in any namespace; null without the child.</summary>
    public static string? TextOf(XElement parent, string name) => Child(parent, name)?.Value;

    /// <summary>The first child with the local name, in any namespace; null without one.</summary>
    public static XElement? Child(XElement parent, string name) => Children(parent, name).FirstOrDefault();

    /// <summary>The children with the local name, in any namespace.</summary>
    public static IEnumerable<XElement> Children(XElement parent, string name) =>
        parent.Elements().Where(child => string.Equals(child.Name.LocalName, name, StringComparison.Ordinal));

    /// <summary>The name of a document's root element; null for what does not begin as a document.</summary>
    public static string? RootOf(ReadOnlyMemory<byte> bytes) =>
        Parse(bytes, reader => reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null);

    /// <summary>
    /// The root of a document; null for what is not well-formed, has a document type, or is deeper or longer than any request
    /// needs to be.
    /// </summary>
    public static XElement? Read(ReadOnlyMemory<byte> bytes) => Parse(bytes, ReadRoot);

    /// <summary>The document's bytes, in UTF-8.</summary>
    public static byte[] Write(XElement root)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Writing))
        {
            new XDocument(root).Save(xml);
        }

        return stream.ToArray();
    }

    private static bool IsText(char c) => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c);

    private static T? Parse<T>(ReadOnlyMemory<byte> bytes, Func<XmlReader, T?> read)
        where T : class
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, Reading);
            return read(reader);
        }
        catch (Exception e) when (e is XmlException or ArgumentException or NotSupportedException or DecoderFallbackException)
        {
            // The last three stand for an encoding that the declaration names and nobody knows, or that the bytes are not in.
            return null;
        }
    }

    // Not by XElement.Load, which would build a tree of any depth.
    private static XElement? ReadRoot(XmlReader reader)
    {
        XElement? root = null;
        XElement? current = null;
        var count = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth >= Deepest || ++count > MostElements:
                    return null;
                case XmlNodeType.Element:
                    var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
                    current?.Add(element);
                    root ??= element;
                    current = reader.IsEmptyElement ? current : element;
                    break;
                case XmlNodeType.EndElement:
                    current = current?.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    current?.Add(new XText(reader.Value));
                    break;
            }
        }

        return root;
    }
}
