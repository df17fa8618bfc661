using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using MediaInfo.AzureStorage;
using MediaInfo.Core.Configuration;
using MediaInfo.Standalone.Workers;

namespace MediaInfo.Architecture.Tests;

/// <summary>Every setting of the product, read from its settings records.</summary>
internal static partial class Settings
{
    private static readonly string[] Indexes = ["N", "M", "K"];

    /// <summary>The settings records by name.</summary>
    public static IReadOnlyDictionary<string, Type> Records { get; } = WithReferences(typeof(QueueWorker).Assembly)
        .Append(Assembly.LoadFrom(Repository.AssemblyOf("MediaInfo.Functions")))
        .Distinct()
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISettings)))
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>The records by their section under "MediaInfo". The sources tell which record belongs to which section.</summary>
    public static IReadOnlyDictionary<string, Type> Sections { get; } = Repository.Sources
        .SelectMany(path => Registration().Matches(File.ReadAllText(path)))
        .Select(match => KeyValuePair.Create(match.Groups["section"].Value, Records[match.Groups["type"].Value]))
        .Append(KeyValuePair.Create(AzureStorageOptions.Section, typeof(AzureStorageOptions)))

        // A command without a service registers some of them for itself.
        .Distinct()
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Every setting as the pages name it, such as "Probe:TimeLimit" and "Accounts:List:N:Keys:M:Id".</summary>
    public static IReadOnlyDictionary<string, Setting> All { get; } = Sections
        .SelectMany(section => Of(section.Key, section.Value, section.Value, depth: 0))
        .ToDictionary(setting => setting.Name, StringComparer.Ordinal);

    /// <summary>The type of a list's items; null for any other type.</summary>
    public static Type? ItemOf(Type type) => type == typeof(string)
        ? null
        : type.GetInterfaces().Append(type)
            .Where(list => list.IsConstructedGenericType && list.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(list => list.GetGenericArguments()[0])
            .FirstOrDefault();

    /// <summary>Whether the type is a single value, not a list or a group of settings.</summary>
    public static bool IsValue(Type type) =>
        ItemOf(type) is null
        && (type.IsPrimitive || type.IsEnum || type.Assembly == typeof(string).Assembly || type == typeof(Uri));

    // Standalone references every project that has settings, except the other host.
    private static IEnumerable<Assembly> WithReferences(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Where(name => name.Name!.StartsWith("MediaInfo.", StringComparison.Ordinal))
        .Select(Assembly.Load)
        .SelectMany(WithReferences)
        .Prepend(assembly);

    private static IEnumerable<Setting> Of(string path, Type record, Type type, int depth)
    {
        var defaults = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            var name = $"{path}:{property.Name}";
            var allowed = property.GetCustomAttribute<ValidationAttribute>()?.ErrorMessage;
            if (ItemOf(property.PropertyType) is not { } item)
            {
                if (!IsValue(property.PropertyType))
                {
                    // A group within a group has no index of its own.
                    foreach (var setting in Of(name, record, property.PropertyType, depth))
                    {
                        yield return setting;
                    }

                    continue;
                }

                yield return new Setting(name, record, property, property.PropertyType, property.GetValue(defaults), allowed);
            }
            else if (IsValue(item))
            {
                yield return new Setting($"{name}:{Indexes[depth]}", record, property, item, "", allowed);
            }
            else
            {
                foreach (var setting in Of($"{name}:{Indexes[depth]}", record, item, depth + 1))
                {
                    yield return setting;
                }
            }
        }
    }

    [GeneratedRegex(@"AddSettings<(?<type>\w+)>\(\w+(\.\w+)?, ""(?<section>[\w:]+)""\)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Registration();
}
