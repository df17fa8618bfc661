using System.Text.Json.Nodes;
using MediaInfo.Architecture.Tests.Reference;

namespace MediaInfo.Architecture.Tests.OpenApi;

/// <summary>What an action answers.</summary>
/// <param name="page">The page of its API.</param>
/// <param name="action">The action.</param>
/// <param name="book">The schemas that others refer to.</param>
/// <param name="dialect">Its dialect.</param>
internal sealed class ApiAnswers(ApiPage page, ListedAction action, SchemaBook book, string dialect)
{
    /// <summary>Writes the answers: successes, and a reference to the errors of the dialect.</summary>
    public JsonObject Write()
    {
        var written = new JsonObject();
        foreach (var (status, answer) in action.IsOfMns ? Xml() : Json())
        {
            written[status] = answer;
        }

        written["default"] = new JsonObject { ["$ref"] = $"#/components/responses/{ErrorsOf(page, dialect)}" };
        return written;
    }

    /// <summary>The name of the errors of a page's actions.</summary>
    public static string ErrorsOf(ApiPage page, string dialect) => page.Name is "mns-topics" ? page.Name : dialect;

    private IEnumerable<(string Status, JsonObject Answer)> Json()
    {
        if (action.Answer.Length == 0)
        {
            return [("204", new JsonObject { ["description"] = "Done. There is no body." })];
        }

        var schema = book.Refer(page, action.Answer)
            ?? throw new InvalidOperationException($"{page.Name} has no type {action.Answer}");
        return [("200", new JsonObject
        {
            ["description"] = Plain.Text(DocComments.Of(TypeOf(action.Answer))),
            ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } },
        })];
    }

    private IEnumerable<(string Status, JsonObject Answer)> Xml()
    {
        foreach (var answer in DocComments.ElementsOf(action.Type, "answer"))
        {
            var element = answer.Attribute("element")?.Value;
            var written = new JsonObject { ["description"] = Plain.Text(DocComments.Parameter(answer).Meaning) };
            if (element is not null)
            {
                written["content"] = new JsonObject
                {
                    ["text/xml"] = new JsonObject { ["schema"] = XmlAnswer.Of(action, element, book) },
                };
            }

            yield return (answer.Attribute("status")!.Value, written);
        }
    }

    private Type TypeOf(string name) =>
        page.Types.First(type => string.Equals(type.Name, name, StringComparison.Ordinal)).Info.Type;
}
