using System.Text.Json.Nodes;
using MediaInfo.Api.Alibaba.Mns;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Huawei.Mpc;
using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Description;

/// <summary>The server accepts what its description allows, and refuses what that forbids, with an error that names it.</summary>
public sealed class DescriptionTests : IAsyncLifetime, IDisposable
{
    // What it asks for is not on every machine.
    private const string NotHere = "cannot recognise";

    private readonly DescribedService _service = new();

    public static TheoryData<string> Ids => [.. DescribedOperation.All.Keys];

    public Task InitializeAsync() => _service.PrepareAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _service.Dispose();

    [Fact]
    public void The_description_has_every_action_of_the_server_and_no_others() => Assert.Equal(
        _service.All<IRpcAction>().Select(action => $"{action.Dialect}.{action.Name}")
            .Concat(_service.All<IMpcAction>().Select(action => $"mpc.{action.Name}"))
            .Concat(_service.All<IMnsAction>().Select(action => $"mns.{action.Name}"))
            .Order(StringComparer.Ordinal),
        DescribedOperation.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Required_parameters_are_enough_and_each_is_asked_for(string id)
    {
        var operation = DescribedOperation.All[id];
        var problems = new List<string>();
        var whole = await _service.CallAsync(operation, operation.Required(), BodyOf(operation));
        var isRefused = IsParameterError(whole)
            && operation.Parameters.Any(parameter => Names(whole, DescribedOperation.NameOf(parameter)));
        problems.AddRange(isRefused ? [$"The required ones alone are refused: {whole.Status} {whole.Body}"] : []);
        foreach (var parameter in operation.Parameters.Where(parameter => parameter["required"]!.GetValue<bool>()))
        {
            var name = DescribedOperation.NameOf(parameter);
            if (parameter["in"]!.GetValue<string>() is not "path" && !operation.IsChosenBy(name))
            {
                var values = operation.Required();
                values.Remove(name);
                var answer = await _service.CallAsync(operation, values, BodyOf(operation));
                problems.AddRange(Names(answer, name) ? [] : [$"Without {name}: {answer.Status} {answer.Body}"]);
            }
        }

        Assert.Empty(problems);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_example_of_each_parameter_is_accepted(string id)
    {
        var operation = DescribedOperation.All[id];
        var problems = new List<string>();
        foreach (var parameter in operation.Parameters)
        {
            var name = DescribedOperation.NameOf(parameter);
            var answer = await CallAsync(operation, name, DescribedOperation.ExampleOf(parameter));
            var isRefused = IsParameterError(answer) && Names(answer, name);
            problems.AddRange(isRefused == parameter["schema"]!["x-refused"] is not null
                ? []
                : [$"{name}={DescribedOperation.ExampleOf(parameter)}: {answer.Status} {answer.Body}"]);
        }

        Assert.Empty(problems);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Values_that_a_schema_forbids_are_refused_with_an_error_that_names_the_parameter(string id)
    {
        var operation = DescribedOperation.All[id];
        var problems = new List<string>();
        var whole = await _service.CallAsync(operation, operation.Required(), BodyOf(operation));
        foreach (var parameter in operation.Parameters.Where(parameter => !IsFixed(operation, parameter)))
        {
            var name = DescribedOperation.NameOf(parameter);
            foreach (var wrong in WrongValues.Of(parameter["schema"]!, DescribedOperation.ExampleOf(parameter)))
            {
                var answer = await CallAsync(operation, name, wrong);
                problems.AddRange(Names(answer, name) || IsTooEarly(answer, whole)
                    ? []
                    : [$"{name}={Short(wrong)}: {answer.Status} {answer.Body}"]);
            }

            if (parameter["schema"]!["contentSchema"]?["properties"] is JsonObject members)
            {
                problems.AddRange(await MembersAsync(operation, whole, name, parameter, members));
            }
        }

        Assert.Empty(problems);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Elements_of_an_XML_body_are_required_and_bounded_as_its_schema_says(string id)
    {
        var operation = DescribedOperation.All[id];
        if (operation.Action("protocol") is not "mns" || operation.Body?["schema"] is not { } body
            || body["properties"] is not JsonObject members)
        {
            return;
        }

        var root = body["xml"]!["name"]!.GetValue<string>();
        var needed = body["required"]?.AsArray().Select(name => name!.GetValue<string>()).ToList() ?? [];
        var problems = new List<string>();
        foreach (var (name, schema) in members)
        {
            var wrongs = WrongValues.Of(schema!, ExampleOf(schema!)).Cast<string?>();
            foreach (var wrong in needed.Contains(name, StringComparer.Ordinal) ? wrongs.Append(null) : wrongs)
            {
                var elements = needed.Where(other => !string.Equals(other, name, StringComparison.Ordinal))
                    .Select(other => KeyValuePair.Create(other, ExampleOf(members[other]!)))
                    .Concat(wrong is null ? [] : [KeyValuePair.Create(name, wrong)]);
                var answer = await _service.CallAsync(operation, operation.Required(), DescribedService.Xml(root, elements));
                problems.AddRange(
                    Names(answer, name) ? [] : [$"{name}={Short(wrong ?? "absent")}: {answer.Status} {answer.Body}"]);
            }
        }

        Assert.Empty(problems);
    }

    [Fact]
    public async Task Members_of_a_JSON_body_are_required_as_its_schema_says()
    {
        var operation = DescribedOperation.All["mpc.CreateExtractTask"];
        var problems = new List<string>();
        var schema = DescribedOperation.Resolve(operation.Body!["schema"]!);
        foreach (var name in schema["required"]!.AsArray().Select(name => name!.GetValue<string>()))
        {
            var body = operation.Body["example"]!.DeepClone().AsObject();
            body.Remove(name);
            var answer = await _service.CallAsync(operation, operation.Required(), body.ToJsonString());
            problems.AddRange(Names(answer, name) ? [] : [$"Without {name}: {answer.Status} {answer.Body}"]);
        }

        foreach (var (name, _) in schema["properties"]!.AsObject())
        {
            var body = operation.Body["example"]!.DeepClone().AsObject();
            body[name] = new JsonArray(1);
            var answer = await _service.CallAsync(operation, operation.Required(), body.ToJsonString());
            problems.AddRange(Names(answer, name) ? [] : [$"{name}=[1]: {answer.Status} {answer.Body}"]);
        }

        Assert.Empty(problems);
    }

    private static string ExampleOf(JsonNode schema) => DescribedOperation.Text(schema["examples"]![0]!);

    private static string? BodyOf(DescribedOperation operation) =>
        operation.Body?["example"] is { } example ? example is JsonObject ? example.ToJsonString() : example.ToString() : null;

    private static bool IsFixed(DescribedOperation operation, JsonNode parameter) =>
        operation.Json["x-action"]!["query"]?[DescribedOperation.NameOf(parameter)] is not null
        || parameter["schema"]!["x-refused"] is not null;

    private Task<WireAnswer> CallAsync(DescribedOperation operation, string name, string value)
    {
        var values = operation.Required();
        values[name] = value;
        return _service.CallAsync(operation, values, BodyOf(operation));
    }

    // Of the members of a JSON parameter, and of the objects in it.
    private async Task<List<string>> MembersAsync(
        DescribedOperation operation, WireAnswer whole, string name, JsonNode parameter, JsonObject members)
    {
        var problems = new List<string>();
        var ignores = parameter["schema"]!["x-ignoresOthers"] is not null;
        foreach (var (member, schema) in members)
        {
            var inner = schema!["properties"] as JsonObject;
            foreach (var (leaf, rule) in inner ?? new JsonObject { [member] = schema.DeepClone() })
            {
                foreach (var wrong in WrongValues.Of(rule!, "a"))
                {
                    var json = JsonNode.Parse(DescribedOperation.ExampleOf(parameter))!.AsObject();
                    var target = inner is null ? json : (JsonObject)(json[member] ??= new JsonObject());
                    target[leaf] = wrong;
                    var answer = await CallAsync(operation, name, json.ToJsonString());
                    problems.AddRange(
                        Names(answer, name) || IsTooEarly(answer, whole)
                            ? []
                            : [$"{name}.{leaf}={Short(wrong)}: {answer.Status} {answer.Body}"]);
                }
            }
        }

        foreach (var needed in parameter["schema"]!["contentSchema"]!["required"]?.AsArray() ?? [])
        {
            var json = JsonNode.Parse(DescribedOperation.ExampleOf(parameter))!.AsObject();
            json.Remove(needed!.GetValue<string>());
            var answer = await CallAsync(operation, name, json.ToJsonString());
            problems.AddRange(
                Names(answer, needed.GetValue<string>()) || ignores || IsTooEarly(answer, whole)
                    ? []
                    : [$"Without {name}.{needed}: {answer.Body}"]);
        }

        return problems;
    }

    // Some actions look for the thing first that the call names.
    private static bool IsTooEarly(WireAnswer answer, WireAnswer whole) => answer.Status is 404 && whole.Status is 404;

    private static bool IsParameterError(WireAnswer answer) =>
        answer.Status is 400 && !answer.Body.Contains(NotHere, StringComparison.Ordinal);

    // A signature's error shows all parameters.
    private static bool Names(WireAnswer answer, string parameter) =>
        answer.Status >= 400
        && !answer.Body.Contains("SignatureDoesNotMatch", StringComparison.Ordinal)
        && answer.Body.Contains(parameter, StringComparison.OrdinalIgnoreCase);

    private static string Short(string text) => text.Length > 40 ? $"{text[..40]}… ({text.Length})" : text;
}
