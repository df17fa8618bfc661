using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using MediaInfo.Api;
using MediaInfo.TestSupport;

namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>An action of the product.</summary>
/// <param name="Type">Its class.</param>
internal sealed partial record ListedAction(Type Type)
{
    private readonly object _action = RuntimeHelpers.GetUninitializedObject(Type);

    /// <summary>Every action, in alphabetical order within its folder.</summary>
    public static IReadOnlyList<ListedAction> All { get; } =
    [
        .. typeof(ServiceCollectionExtensions).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false }
                && type.GetInterfaces().Any(known => known.Name is "IRpcAction" or "IMpcAction" or "IMnsAction"))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => new ListedAction(type)),
    ];

    /// <summary>Its name.</summary>
    public string Name => Type.Name;

    /// <summary>Its permission in allow lists, such as "mts:AddPipeline".</summary>
    public string Permission => $"{Value("Product") ?? (IsOfMns ? "mns" : "mpc")}:{Value("Name")}";

    /// <summary>The HTTP method that alone selects it; null if there is more to it.</summary>
    public string? Method => IsOfMns ? null : (string?)Value("Method");

    /// <summary>Its HTTP method; null if any does.</summary>
    public string? Verb => (string?)Value("Method");

    /// <summary>What a property of its class says, such as "Product"; null without that property.</summary>
    public object? Says(string property) => Value(property);

    /// <summary>Whether it answers in XML of no wire type.</summary>
    public bool IsOfMns => Type.GetInterfaces().Any(known => known.Name is "IMnsAction");

    /// <summary>Whether a call changes something.</summary>
    public bool ChangesState => Value("ChangesState") is bool changes ? changes
        : Value("Method") is not "GET" || Name.Contains("Receive", StringComparison.Ordinal);

    /// <summary>Its source, relative to the repository.</summary>
    public string Source { get; } = Repository.NameOf(Assert.Single(
        Repository.Sources, path => path.EndsWith(PathEnd(Type), StringComparison.Ordinal)));

    /// <summary>The name of the type that it answers with; empty if it answers without a body.</summary>
    public string Answer => AnswerType().Match(File.ReadAllText(RepositoryRoot.Combine(Source.Split('/')))).Groups["type"].Value;

    /// <summary>
    /// Its parameters: those that its class declares, and those of the classes that it uses, and of those that read parameters
    /// for them.
    /// </summary>
    public IReadOnlyList<RequestParameter> Parameters { get; } =
    [
        .. Readers(Type).SelectMany(DocComments.ParametersOf).DistinctBy(parameter => parameter.Name, StringComparer.Ordinal),
    ];

    /// <summary>Whether its class is in the folder of an API.</summary>
    /// <param name="folder">The folder's namespace.</param>
    public bool IsOf(string folder) => Type.Namespace is { } space
        && (string.Equals(space, folder, StringComparison.Ordinal)
            || string.Equals(space, $"{folder}.Actions", StringComparison.Ordinal)
            || (IsOfMns && space.StartsWith($"{folder}.", StringComparison.Ordinal)));

    // A class that is handed the call may read any of its parameters.
    private static List<Type> Readers(Type action)
    {
        var readers = new List<Type> { action };
        for (var i = 0; i < readers.Count; i++)
        {
            readers.AddRange(readers[i].GetNestedTypes(BindingFlags.NonPublic).Append(readers[i])
                .SelectMany(Referred.TypesOf)
                .Where(used => used.Assembly == action.Assembly && (i == 0 || TakesCalls(used)) && !readers.Contains(used))
                .Distinct()
                .ToList());
        }

        return readers;
    }

    private static bool TakesCalls(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
        .Any(method => method.DeclaringType == type
            && method.GetParameters().Any(parameter => parameter.ParameterType.Name is "RpcCall"));

    private object? Value(string property) => Type.GetProperty(property)?.GetValue(_action);

    private static string PathEnd(Type type) =>
        $"{type.FullName!["MediaInfo.Api".Length..].Replace('.', Path.DirectorySeparatorChar)}.cs";

    [GeneratedRegex(@"\w+Json\.Wire\.(?<type>\w+)\)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex AnswerType();
}
