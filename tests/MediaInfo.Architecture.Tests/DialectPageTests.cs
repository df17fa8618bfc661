using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using MediaInfo.Api;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;

namespace MediaInfo.Architecture.Tests;

/// <summary>A reader of an API's page must find there every action, error and member that the code has.</summary>
public sealed class DialectPageTests
{
    private const string Mps = "docs/mps.md";
    private const string Ims = "docs/ims.md";
    private const string Library = "docs/library.md";
    private const string Mpc = "docs/mpc.md";
    private const string Report = "docs/report.md";

    private static readonly Type[] Api = typeof(ServiceCollectionExtensions).Assembly.GetTypes();

    public static TheoryData<string, string> Catalogues => new()
    {
        { "RpcErrors", Mps }, { "MpsErrors", Mps }, { "ImsErrors", Ims }, { "MpcErrors", Mpc }, { "ReportErrors", Report },
    };

    // The last parts of the namespaces of the answer types.
    public static TheoryData<string, string> Answers => new()
    {
        { "Mps.Wire", Mps }, { "Ims.Wire", Ims }, { "Library.Wire", Library }, { "Mpc.Wire", Mpc }, { "Reports.Wire", Report },
    };

    [Fact]
    public void Every_action_is_on_a_page_and_registered()
    {
        var pages = string.Join('\n', new[] { Mps, Ims, Library, Mpc, Report }.SelectMany(page => new Page(page).Lines));
        var sources = string.Join(
            '\n',
            Repository.Sources
                .Where(path => Path.GetFileName(path) is "ServiceCollectionExtensions.cs")
                .Select(File.ReadAllText));
        var actions =
            Api.Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(IsAction)).ToList();

        Assert.True(actions.Count > 20, $"Only {actions.Count} actions were found");
        Strays.None(actions.Where(action => !Has(pages, action.Name)).Select(action => $"No page names {action.Name}"));
        Strays.None(actions
            .Where(action => !sources.Contains($"{action.Name}>", StringComparison.Ordinal))
            .Select(action => $"{action.FullName} is not registered"));
    }

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void Every_error_of_the_catalogues_is_on_a_page(string catalogue, string page)
    {
        var type = Assert.Single(Api, type => string.Equals(type.Name, catalogue, StringComparison.Ordinal));
        var rows = new Page(page).Rows.ToList();
        var errors = ErrorsOf(type).ToList();

        Assert.NotEmpty(errors);
        Strays.None(errors.Where(error => !rows.Exists(row => Tells(row, error))).Select(error => $"{page} has no row {error}"));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Every_member_of_an_answer_is_on_a_page(string answers, string page)
    {
        var text = string.Join('\n', new Page(page).Lines);
        var members =
            from type in Api
            where type.Namespace?.EndsWith(answers, StringComparison.Ordinal) == true
                && !type.IsAssignableTo(typeof(JsonConverter))
            from member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where member.GetCustomAttribute<JsonIgnoreAttribute>() is null
            select NameOf(member, page is Mpc ? JsonNamingPolicy.SnakeCaseLower : null);

        var names = members.Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(names);
        Strays.None(names.Where(name => !Has(text, name)).Select(name => $"{page} does not name {name}"));
    }

    [Fact]
    public void Every_member_of_the_description_is_on_its_page()
    {
        var text = string.Join('\n', new Page(Report).Lines);
        var members =
            from type in typeof(MediaDescription).Assembly.GetTypes()
            where type.IsAssignableTo(typeof(MediaStream))
                || type == typeof(MediaDescription)
                || type == typeof(ContainerDescription)
            from member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where member.GetCustomAttribute<JsonIgnoreAttribute>() is null
            select NameOf(member, JsonNamingPolicy.CamelCase);

        var names = members.Distinct(StringComparer.Ordinal);
        Strays.None(names.Where(name => !Has(text, name)).Select(name => $"{Report} does not name {name}"));
    }

    private static bool IsAction(Type type) => type.Name is "IRpcAction" or "IMpcAction";

    private static bool Has(string text, string name) =>
        Regex.IsMatch(text, $@"\b{Regex.Escape(name)}\b", RegexOptions.None, TimeSpan.FromSeconds(10));

    private static string NameOf(PropertyInfo member, JsonNamingPolicy? policy) =>
        member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? policy?.ConvertName(member.Name) ?? member.Name;

    // A row for an error of a call starts with the HTTP status, one for an error of a failed job with the code.
    private static bool Tells(string[] row, Error error) => error.Status is { } status
        ? row.Length > 2 && string.Equals(row[0], status, StringComparison.Ordinal) && row[1].Split(", ").Contains(error.Code)
        : string.Equals(row[0], error.Code, StringComparison.Ordinal);

    // A catalogue consists of properties, and of methods with one or more string parameters. The catalogue of failures takes the
    // failure.
    private static IEnumerable<Error> ErrorsOf(Type catalogue)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.Static;
        var made = catalogue.GetProperties(all).Select(property => property.GetValue(null)).Concat(catalogue.GetMethods(all)
            .Where(method => !method.IsSpecialName
                && method.GetParameters().All(parameter => parameter.ParameterType == typeof(string)))
            .Select(method => method.Invoke(null, [.. method.GetParameters().Select(_ => "Action")])));
        foreach (var error in made)
        {
            var status = (int)(HttpStatusCode)error!.GetType().GetProperty("Status")!.GetValue(error)!;
            var code = (string)error.GetType().GetProperty("Code")!.GetValue(error)!;
            yield return new Error(status.ToString(CultureInfo.InvariantCulture), code);
        }

        if (catalogue.GetMethod("OfFailure", all) is { } failures)
        {
            foreach (var reason in Enum.GetValues<FailureReason>())
            {
                var (code, _) = ((string, string))failures.Invoke(null, [new JobFailure(reason, "")])!;
                yield return new Error(Status: null, code);
            }
        }
    }

    /// <summary>An error of a call, or of a failed job.</summary>
    /// <param name="Status">The HTTP status; null for a failed job.</param>
    /// <param name="Code">The code.</param>
    private sealed record Error(string? Status, string Code);
}
