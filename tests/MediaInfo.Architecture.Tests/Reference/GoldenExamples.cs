using System.Text.Json;
using MediaInfo.TestSupport;

namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>Values of wire members in golden files, which are real answers.</summary>
internal sealed class GoldenExamples
{
    private const int Longest = 60;
    private readonly Dictionary<(Type Type, string Member), string> _values = [];
    private readonly HashSet<Type> _seen = [];
    private readonly IReadOnlyList<WireType> _types;

    /// <summary>Reads the golden files of some folders.</summary>
    /// <param name="types">The types that the files may hold.</param>
    /// <param name="folders">The folders, such as "Api.Tests/Golden/Mps". Folders in them do not count.</param>
    public GoldenExamples(IReadOnlyList<WireType> types, IEnumerable<string> folders)
    {
        _types = types;
        var files = folders
            .Select(folder => RepositoryRoot.Combine(["tests", .. $"MediaInfo.{folder}".Split('/')]))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json"))

            // The sample is the file that readers know.
            .OrderByDescending(path => path.Contains("sample", StringComparison.Ordinal))
            .ThenBy(path => Repository.NameOf(path), StringComparer.Ordinal);
        foreach (var path in files)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            Collect(json.RootElement, type: null);
        }
    }

    /// <summary>Whether any file has an object of the type.</summary>
    public bool Has(Type type) => _seen.Contains(type);

    /// <summary>A value of the member as JSON; empty if no file has one.</summary>
    public string Of(WireType type, WireMember member) =>
        _values.GetValueOrDefault((type.Info.Type, member.Name))
        ?? _values.GetValueOrDefault((member.Property.DeclaringType!, member.Name), "");

    // A type that the context does not tell is the smallest one that fits.
    private void Collect(JsonElement json, WireType? type)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                Collect(item, type);
            }
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        type ??= json.EnumerateObject().Any()
            ? _types.Where(known => Fits(known, json)).MinBy(known => known.Members.Count)
            : null;
        if (type is not null)
        {
            _seen.Add(type.Info.Type);
        }

        foreach (var value in json.EnumerateObject())
        {
            var member = type?.Members.FirstOrDefault(known => known.HasName(value.Name));
            var wire = _types.FirstOrDefault(known => known.Info.Type == member?.ItemType);
            if (member is not null && wire is null)
            {
                Keep((type!.Info.Type, value.Name), value.Value);

                // Types that derive from one type share its members' examples.
                Keep((member.Property.DeclaringType!, value.Name), value.Value);
            }

            Collect(value.Value, wire);
        }
    }

    private bool Fits(WireType type, JsonElement json) => type.Fits(json) && json.EnumerateObject().All(value =>
        value.Value.ValueKind != JsonValueKind.Object
        || TypeOf(type, value) is not { } inner
        || Fits(inner, value.Value));

    private WireType? TypeOf(WireType type, JsonProperty value) =>
        type.Members.FirstOrDefault(known => known.HasName(value.Name)) is { } member
            ? _types.FirstOrDefault(known => known.Info.Type == member.ItemType)
            : null;

    // An empty text is an example only where there is no other.
    private void Keep((Type Type, string Member) member, JsonElement value)
    {
        var text = Compact(value);
        if (text is not "[]" && (!_values.TryGetValue(member, out var known) || (known is "\"\"" && text is not "\"\"")))
        {
            _values[member] = text;
        }
    }

    private static string Compact(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Select(Compact).FirstOrDefault() is { } first ? $"[{first}]" : "[]",
        JsonValueKind.Object when value.EnumerateObject().Any() => Compact(value.EnumerateObject().First()),
        _ => Cut(value.GetRawText()),
    };

    private static string Compact(JsonProperty member) => $"{{\"{member.Name}\": {Compact(member.Value)}}}";

    private static string Cut(string text) => text.Length > Longest ? $"{text[..Longest]}…" : text;
}
