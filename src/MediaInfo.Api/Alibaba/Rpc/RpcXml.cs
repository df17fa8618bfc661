using System.Text;
using System.Text.Json.Nodes;
using System.Xml;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>Writes a JSON body as the XML of the same response: members become elements, a list repeats its element.</summary>
internal static class RpcXml
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CheckCharacters = false,

        // Keeps carriage returns, and makes line feeds the same on every machine.
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>The document's bytes.</summary>
    public static byte[] Write(string root, JsonNode body)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            WriteElement(xml, root, body);
        }

        return stream.ToArray();
    }

    private static void WriteElement(XmlWriter xml, string name, JsonNode? value)
    {
        if (value is JsonArray list)
        {
            foreach (var item in list)
            {
                WriteElement(xml, name, item);
            }

            return;
        }

        xml.WriteStartElement(NameOf(name));
        WriteContent(xml, value);
        xml.WriteEndElement();
    }

    private static void WriteContent(XmlWriter xml, JsonNode? value)
    {
        if (value is JsonObject members)
        {
            foreach (var (name, member) in members)
            {
                WriteElement(xml, name, member);
            }
        }
        else if (value is not null)
        {
            xml.WriteString(TextOf(value));
        }
    }

    // XML 1.0 cannot represent most control characters.
    private static string TextOf(JsonNode value) =>
        string.Concat(value.ToString().Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));

    // A file's tags may have any keys. Characters that are illegal in an element name become underscores.
    private static string NameOf(string name)
    {
        var legal = string.Concat(name.Select(c => XmlConvert.IsNCNameChar(c) ? c : '_'));
        return legal.Length > 0 && XmlConvert.IsStartNCNameChar(legal[0]) ? legal : "_" + legal;
    }
}
