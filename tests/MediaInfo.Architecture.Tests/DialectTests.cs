using System.Reflection;
using System.Text.RegularExpressions;
using MediaInfo.Api;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Architecture.Tests;

public sealed partial class DialectTests
{
    private const string Root = "MediaInfo.Api";
    private static readonly Assembly Assembly = typeof(ServiceCollectionExtensions).Assembly;

    // The other folders that each folder may use, longest names first. A vendor's folder itself registers its dialects.
    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        ["Gateway"] = [],
        ["Callbacks"] = [],
        ["Console"] = [],
        ["Alibaba.Rpc"] = ["Gateway", "Alibaba.Signing"],
        ["Alibaba.Signing"] = ["Gateway", "Alibaba.Rpc"],
        ["Alibaba.Streams"] = ["Alibaba.Rpc"],
        ["Alibaba.Frames"] = ["Alibaba.Rpc"],
        ["Alibaba.Mps"] = ["Gateway", "Alibaba.Rpc", "Alibaba.Streams", "Alibaba.Frames"],
        ["Alibaba.Ims"] = ["Gateway", "Alibaba.Rpc", "Alibaba.Streams", "Alibaba.Frames"],
        ["Alibaba.Mns"] = ["Gateway"],
        ["Alibaba"] =
        [
            "Gateway", "Alibaba.Rpc", "Alibaba.Signing", "Alibaba.Streams", "Alibaba.Mps", "Alibaba.Ims", "Alibaba.Mns",
        ],
        ["Huawei.Signing"] = ["Gateway"],
        ["Huawei.Mpc"] = ["Gateway", "Huawei.Signing"],
        ["Huawei"] = ["Gateway", "Huawei.Signing", "Huawei.Mpc"],
        ["Reports"] = ["Gateway", "Alibaba.Rpc"],
    };

    private static readonly string[] Vendors = ["Alibaba", "Huawei"];

    public static TheoryData<string> Folders => [.. MayKnow.Keys];

    [Fact]
    public void Every_folder_is_in_the_list()
    {
        var placed = Assembly.GetTypes().Select(Folder).OfType<string>().Distinct(StringComparer.Ordinal);

        Assert.Equal(MayKnow.Keys.Order(StringComparer.Ordinal), placed.Order(StringComparer.Ordinal));
        Assert.All(Assembly.GetTypes().Where(IsBelowRoot), type => Assert.NotNull(Folder(type)));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_type_refers_to_a_folder_that_its_own_folder_may_not_use(string folder)
    {
        var strays =
            from type in Assembly.GetTypes()
            where string.Equals(Folder(type), folder, StringComparison.Ordinal)
            from referred in Referred.TypesOf(type)
            where Folder(referred) is { } other && !string.Equals(other, folder, StringComparison.Ordinal)
                && !MayKnow[folder].Contains(other, StringComparer.Ordinal)
            select $"{type.FullName} refers to {referred.FullName}";

        Strays.None(strays);
    }

    [Fact]
    public void Vendors_never_refer_to_each_other()
    {
        var strays =
            from entry in MayKnow
            from known in entry.Value
            let owner = entry.Key.Split('.')[0]
            let vendor = known.Split('.')[0]
            where Vendors.Contains(owner, StringComparer.Ordinal) && Vendors.Contains(vendor, StringComparer.Ordinal)
                && !string.Equals(owner, vendor, StringComparison.Ordinal)
            select $"{entry.Key} may know {known}";

        Strays.None(strays);
    }

    // A constant leaves no reference in the assembly, so the sources are checked too.
    [Theory]
    [InlineData("Mps")]
    [InlineData("Ims")]
    [InlineData("Mns")]
    [InlineData("Mpc")]
    public void No_source_outside_a_dialect_names_it(string dialect)
    {
        var strays =
            from path in Repository.Sources
            let name = Repository.NameOf(path)
            where name.StartsWith($"src/{Root}/", StringComparison.Ordinal)
                && !name.Contains($"/{dialect}/", StringComparison.Ordinal)
                && Path.GetFileName(path) is not "ServiceCollectionExtensions.cs"
            from Match match in NamedDialect().Matches(File.ReadAllText(path))
            where string.Equals(match.Groups["dialect"].Value, dialect, StringComparison.Ordinal)
            select $"{name} names {match.Value}";

        Strays.None(strays);
    }

    [Fact]
    public void Every_kind_of_reference_is_found()
    {
        Assert.Contains(typeof(RpcErrors), Referred.TypesOf(typeof(Sample)));
        Assert.Contains(typeof(IRpcAction), Referred.TypesOf(typeof(Sample)));
        Assert.Contains(typeof(RpcFormat), Referred.TypesOf(typeof(Sample)));
        var nested = typeof(Sample).GetNestedTypes(BindingFlags.NonPublic).SelectMany(Referred.TypesOf);
        Assert.Contains(typeof(RpcAnswer), nested);
    }

    private static bool IsBelowRoot(Type type) =>
        type.Assembly == Assembly && type.Namespace?.StartsWith(Root + ".", StringComparison.Ordinal) == true;

    private static string? Folder(Type type)
    {
        if (!IsBelowRoot(type))
        {
            return null;
        }

        var name = type.Namespace![(Root.Length + 1)..];
        return MayKnow.Keys
            .Where(folder => $"{name}.".StartsWith(folder + ".", StringComparison.Ordinal))
            .MaxBy(folder => folder.Length);
    }

    [GeneratedRegex(
        @"(?<![\w""])(MediaInfo\.)?(Api\.)?(Alibaba\.|Huawei\.)(?<dialect>Mps|Ims|Mns|Mpc)(\.\w+|;)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NamedDialect();

    // Each reference is of a different kind: in a method body, in a field's type, as a generic argument, and inside a lambda of
    // an async method.
    private static class Sample
    {
        public static readonly IReadOnlyList<Dictionary<string, IRpcAction[]>> Field = [];

        public static string Body() => $"{RpcErrors.Internal}";

        public static int Argument() => Enum.GetValues<RpcFormat>().Length;

        public static async Task<bool> LambdaAsync()
        {
            await Task.Yield();
            object? value = null;
            return new Func<bool>(() => value is RpcAnswer)();
        }
    }
}
