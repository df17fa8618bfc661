using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace MediaInfo.Architecture.Tests;

public sealed partial class SourceTests
{
    private const int MaxLines = 400;

    public static TheoryData<string> Projects => ReferenceTests.Projects;

    [Fact]
    public void No_source_file_is_too_long() =>
        Strays.None(Repository.Sources.Where(path => File.ReadLines(path).Count() > MaxLines).Select(Repository.NameOf));

    [Fact]
    public void Every_source_file_declares_one_type_with_its_name()
    {
        var strays =
            from path in Repository.Sources
            let name = Path.GetFileNameWithoutExtension(path)
            let types = TopLevelType().Matches(File.ReadAllText(path)).ToList()
            let open = types.Where(type => type.Groups["access"].Value is "public ").ToList()
            where name is not "Program"
                && (types.Count == 0 || open.Count > 1 || !IsNamed((open.Count > 0 ? open : types)[0], name))
            select $"{Repository.NameOf(path)} declares {string.Join(", ", types.Select(type => type.Groups["name"].Value))}";

        Strays.None(strays);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_class_is_sealed_static_or_abstract_unless_it_has_a_subclass(string project)
    {
        // Only classes declared in a source count, not those that generators add.
        var folder = Path.GetDirectoryName(Repository.Projects[project])! + Path.DirectorySeparatorChar;
        var declared = Repository.Sources
            .Where(path => path.StartsWith(folder, StringComparison.Ordinal))
            .SelectMany(path => DeclaredClass().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups["name"].Value)
            .ToHashSet(StringComparer.Ordinal);
        using var file = new PEReader(File.OpenRead(Repository.AssemblyOf(project)));
        var reader = file.GetMetadataReader();
        var classes = reader.TypeDefinitions
            .Select(reader.GetTypeDefinition)
            .Where(type => declared.Contains(reader.GetString(type.Name).Split('`')[0]))
            .ToList();

        var bases = reader.TypeDefinitions
            .Select(handle => reader.GetTypeDefinition(handle).BaseType)
            .Where(handle => !handle.IsNil && handle.Kind == HandleKind.TypeDefinition)
            .Select(handle => reader.GetTypeDefinition((TypeDefinitionHandle)handle))
            .Select(type => reader.GetString(type.Name))
            .ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(classes);
        Strays.None(classes
            .Where(type => !type.Attributes.HasFlag(TypeAttributes.Sealed) && !type.Attributes.HasFlag(TypeAttributes.Abstract))
            .Where(type => !bases.Contains(reader.GetString(type.Name)))
            .Select(type => reader.GetString(type.Name)));
    }

    private static bool IsNamed(Match type, string name) =>
        string.Equals(type.Groups["name"].Value, name, StringComparison.Ordinal);

    // Namespaces are file-scoped here, so a top-level type starts at the beginning of its line.
    [GeneratedRegex(
        @"^(?<access>public |internal |file )?((sealed|static|abstract|partial|readonly|ref|unsafe) )*(class|record struct|record class|record|struct|interface|enum|delegate [^(]+?) ?(?<![\w])(?<name>\w+)(?=[\s<(:;{])",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(
        @"^[a-z ]*\b(class|record)\s+(class\s+)?(?!struct\b)(?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex DeclaredClass();
}
