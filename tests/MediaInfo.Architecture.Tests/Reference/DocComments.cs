using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>The XML comments of the product's members, as Markdown.</summary>
internal static partial class DocComments
{
    private static readonly Dictionary<Assembly, Dictionary<string, XElement>> Read = [];

    /// <summary>An element of a type's or a member's comment on one line; empty if the comment has none.</summary>
    /// <param name="member">A type, a property, a method or an enum's value.</param>
    /// <param name="element">Such as "summary", "remarks" and "example".</param>
    public static string Of(MemberInfo member, string element = "summary")
    {
        var found = CommentOf(member)?.Element(element);

        // A positional record comments its properties as parameters.
        if (found is null && member is PropertyInfo { DeclaringType: { } type })
        {
            var parameter = CommentOf(type)?.Elements("param").FirstOrDefault(
                param => string.Equals(Value(param, "name"), member.Name, StringComparison.Ordinal));
            found = element is "summary" ? parameter : parameter?.Element(element);
        }

        return found is null ? "" : Text(found);
    }

    /// <summary>The parameters of requests that a comment declares.</summary>
    public static IEnumerable<RequestParameter> ParametersOf(MemberInfo member) => ElementsOf(member, "parameter").Select(Parameter);

    /// <summary>The elements of a name in a comment.</summary>
    public static IEnumerable<XElement> ElementsOf(MemberInfo member, string name) => CommentOf(member)?.Elements(name) ?? [];

    /// <summary>An element that declares a parameter, or a member of its JSON or XML.</summary>
    public static RequestParameter Parameter(XElement element) => new(
        Value(element, "name"),
        Value(element, "required") is "true",
        Value(element, "otherwise"),
        Value(element, "example"),
        Text(element))
    {
        Form = ValueForm.Of(element, [.. element.Elements("member").Select(Parameter)]),
    };

    /// <summary>The sentences of a text that begin with a word, without that word and the last stop.</summary>
    public static string Sentence(string text, string word) =>
        Regex.Match(
            text, $@"(?:^|[.:] ){word} (?<rest>.+?)\.(?: [A-Z]|$)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10))
            .Groups["rest"].Value;

    private static string Value(XElement element, string attribute) => element.Attribute(attribute)?.Value ?? "";

    private static XElement? CommentOf(MemberInfo member)
    {
        var type = member as Type ?? member.DeclaringType!;
        var owner = (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');
        var comments = CommentsOf(type.Assembly);
        return member switch
        {
            Type => comments.GetValueOrDefault($"T:{owner}"),
            PropertyInfo => comments.GetValueOrDefault($"P:{owner}.{member.Name}"),
            FieldInfo => comments.GetValueOrDefault($"F:{owner}.{member.Name}"),
            _ => comments.FirstOrDefault(comment =>
                comment.Key.StartsWith($"M:{owner}.{member.Name}(", StringComparison.Ordinal)).Value,
        };
    }

    private static Dictionary<string, XElement> CommentsOf(Assembly assembly)
    {
        if (!Read.TryGetValue(assembly, out var comments))
        {
            comments = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Root!.Elements("members").Elements("member")
                .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
            Read[assembly] = comments;
        }

        return comments;
    }

    private static string Text(XElement element) =>
        Blanks().Replace(string.Concat(element.Nodes().Select(Words)), " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);

    private static string Words(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "example" or "member" } => "",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement element when Value(element, "href") is { Length: > 0 } target => $"[{Text(element)}]({target})",
        XElement element when Value(element, "cref") is { Length: > 0 } name => $"`{name.Split('.', ':', '(')[^1]}`",
        XElement element => Value(element, "name") + Value(element, "langword") + Text(element),
        _ => "",
    };

    [GeneratedRegex(@"\s+", RegexOptions.None, 10_000)]
    private static partial Regex Blanks();
}
