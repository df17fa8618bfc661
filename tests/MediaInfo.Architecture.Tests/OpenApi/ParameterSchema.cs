using System.Globalization;
using System.Text.Json.Nodes;
using MediaInfo.Architecture.Tests.Reference;

namespace MediaInfo.Architecture.Tests.OpenApi;

/// <summary>Parameters, and the members of JSON and XML, as schemas.</summary>
/// <param name="page">The page of the action.</param>
/// <param name="book">The schemas that others refer to.</param>
internal sealed class ParameterSchema(ApiPage page, SchemaBook book)
{
    /// <summary>A parameter of the query, a header or the path.</summary>
    public JsonObject Parameter(RequestParameter parameter)
    {
        var schema = Of(parameter);
        var written = new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = parameter.Place,
            ["required"] = parameter.IsRequired || parameter.Place is "path",
            ["description"] = Plain.Text(parameter.Sentence),
        };
        switch (parameter.Form.Type)
        {
            case "list" when parameter.Place is "query":
                written["style"] = "form";
                written["explode"] = false;
                break;
            case "flat":
                written["x-flat"] = true;
                break;
        }

        written["schema"] = schema;
        written["example"] = Value(parameter.Form, parameter.Example);
        return written;
    }

    /// <summary>An object of members, or an element of elements.</summary>
    public JsonObject Object(IReadOnlyList<RequestParameter> members)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(
                members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)Member(member)))),
        };
        var required = members.Where(member => member.IsRequired).Select(member => (JsonNode)member.Name).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }

    /// <summary>A value of a form, from its text.</summary>
    public static JsonNode Value(ValueForm form, string text) => form.Type switch
    {
        "integer" when long.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        "number" when decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        "boolean" when bool.TryParse(text, out var flag) => flag,
        "list" => new JsonArray([.. text.Split(',').Select(
            item => Value(form with { Type = form.Min is null ? "string" : "integer" }, item))]),
        "flat" => new JsonArray(text),
        _ => text,
    };

    // A member that is itself an object is one in place, not a text.
    private JsonObject Member(RequestParameter member)
    {
        var schema = member.Form.Members.Count > 0 ? Object(member.Form.Members)
            : member.Form.Json is "object" ? new JsonObject { ["type"] = "object" }
            : member.Form.Json.Length > 0 ? book.Refer(page, member.Form.Json)!
            : Of(member);
        schema["description"] = Plain.Text(member.Sentence);
        if (member.Example.Length > 0 && !schema.ContainsKey("$ref") && member.Form.Members.Count == 0)
        {
            schema["examples"] = new JsonArray(Value(member.Form, member.Example));
        }

        return schema;
    }

    private JsonObject Of(RequestParameter parameter)
    {
        var form = parameter.Form;
        var schema = form.Type switch
        {
            "list" or "flat" => new JsonObject { ["type"] = "array", ["items"] = Item(form) },
            "json" => Json(form),
            var type => Bound(new() { ["type"] = type }, form),
        };
        if (form.MaxItems is { } most && form.Type is "list" or "flat")
        {
            schema["maxItems"] = most;
        }

        if (form.IsIgnored)
        {
            schema["x-ignoresOthers"] = true;
        }

        if (form.IsRefused)
        {
            schema["x-refused"] = true;
        }

        if (parameter.Otherwise.Length > 0)
        {
            var value = Value(form, parameter.Otherwise);
            var isValue = form.Type is "integer" or "number" or "boolean"
                ? value.GetValueKind() is not System.Text.Json.JsonValueKind.String
                : form.Values.Contains(parameter.Otherwise, StringComparer.Ordinal);
            schema[isValue ? "default" : "x-otherwise"] = isValue ? value : Plain.Text(parameter.Otherwise);
            if (IsRequiredAtTimes(parameter.Otherwise))
            {
                schema["x-requiredAtTimes"] = true;
            }
        }

        return schema;
    }

    private static bool IsRequiredAtTimes(string otherwise) =>
        otherwise.Contains("refused, if", StringComparison.Ordinal)
        || otherwise.StartsWith("required unless", StringComparison.Ordinal);

    private JsonObject Json(ValueForm form)
    {
        var schema = new JsonObject { ["type"] = "string" };
        Bound(schema, form);
        schema["contentMediaType"] = "application/json";
        schema["contentSchema"] = form.Members.Count > 0 ? Object(form.Members)
            : form.Json is { Length: > 0 } type && type is not "object"
                ? book.Refer(page, type) ?? throw new InvalidOperationException($"{page.Name} has no type {type}")
            : new JsonObject { ["type"] = "object" };
        return schema;
    }

    private static JsonObject Item(ValueForm form) => form.Min is null
        ? Bound(new() { ["type"] = "string" }, form)
        : Bound(new() { ["type"] = "integer" }, form with { Type = "integer" });

    private static JsonObject Bound(JsonObject schema, ValueForm form)
    {
        var isNumber = form.Type is "integer" or "number";
        if (form.Values.Count > 0)
        {
            schema["enum"] = new JsonArray([.. form.Values.Select(value => isNumber ? Value(form, value) : value)]);
            if (form.IgnoresCase)
            {
                schema["x-ignoresCase"] = true;
            }
        }

        Set("minimum", form.Min);
        Set("maximum", form.Max);

        // No text has more characters than bytes.
        Set("maxLength", form.MaxLength ?? form.MaxBytes);
        Set("x-maxBytes", form.MaxBytes);
        if (form.Pattern.Length > 0)
        {
            schema["pattern"] = form.Pattern;
        }

        if (form.Format.Length > 0)
        {
            schema["format"] = form.Format;
        }

        return schema;

        void Set(string name, decimal? value)
        {
            if (value is { } number)
            {
                schema[name] = number == decimal.Truncate(number) ? JsonValue.Create((long)number) : JsonValue.Create(number);
            }
        }
    }
}
