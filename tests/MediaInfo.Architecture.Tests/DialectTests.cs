using System.Reflection;
using System.Text.RegularExpressions;
using MediaInfo.Api;
using MediaInfo.Api.Rpc;
using MediaInfo.TestSupport;

namespace MediaInfo.Architecture.Tests;

public sealed partial class DialectTests
{
    private const string Root = "MediaInfo.Api";
    private static readonly string[] Dialects = ["Mps", "Ims", "Mpc"];
    private static readonly Assembly Assembly = typeof(ServiceCollectionExtensions).Assembly;

    // What is no dialect serves all of them and knows none. The root registers them all.
    private static readonly string[] Shared =
    [
        .. Assembly.GetTypes().Select(Folder).OfType<string>().Distinct(StringComparer.Ordinal).Except(Dialects, StringComparer.Ordinal),
    ];

    public static TheoryData<string> Folders => [.. Dialects.Concat(Shared)];

    [Fact]
    public void The_shared_folders_are_found()
    {
        Assert.Contains("Gateway", Shared);
        Assert.Contains("Rpc", Shared);
        Assert.Contains("Signing", Shared);
        Assert.Contains(Assembly.GetTypes(), type => Folder(type) is "Mps");
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_type_refers_to_a_dialect_that_is_not_its_own(string folder)
    {
        var others = Dialects.Except([folder], StringComparer.Ordinal).ToList();
        var strays =
            from type in Assembly.GetTypes()
            where string.Equals(Folder(type), folder, StringComparison.Ordinal)
            from referred in Referred.TypesOf(type)
            where Folder(referred) is { } target && others.Contains(target, StringComparer.Ordinal)
            select $"{type.FullName} refers to {referred.FullName}";

        Strays.None(strays);
    }

    // A constant leaves no trace in the assembly, so the sources are read too.
    [Theory]
    [MemberData(nameof(Folders))]
    public void No_source_names_a_dialect_that_is_not_its_own(string folder)
    {
        var place = RepositoryRoot.Combine("src", Root, folder) + Path.DirectorySeparatorChar;
        var strays =
            from path in Repository.Sources
            where path.StartsWith(place, StringComparison.Ordinal)
            from Match match in NamedDialect().Matches(File.ReadAllText(path))
            where match.Groups["dialect"].Value is var named && !string.Equals(named, folder, StringComparison.Ordinal)
            select $"{Repository.NameOf(path)} names {match.Value}";

        Strays.None(strays);
    }

    [Fact]
    public void References_are_found_wherever_they_stand()
    {
        Assert.Contains(typeof(RpcErrors), Referred.TypesOf(typeof(Sample)));
        Assert.Contains(typeof(IRpcAction), Referred.TypesOf(typeof(Sample)));
        Assert.Contains(typeof(RpcFormat), Referred.TypesOf(typeof(Sample)));
        var nested = typeof(Sample).GetNestedTypes(BindingFlags.NonPublic).SelectMany(Referred.TypesOf);
        Assert.Contains(typeof(RpcAnswer), nested);
    }

    private static string? Folder(Type type) =>
        type.Assembly == Assembly && type.Namespace is { } name && name.StartsWith(Root + ".", StringComparison.Ordinal)
            ? name[(Root.Length + 1)..].Split('.')[0]
            : null;

    [GeneratedRegex(@"(?<![\w.""])(MediaInfo\.)?(Api\.)?(?<dialect>Mps|Ims|Mpc)(\.\w+|;)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NamedDialect();

    // Each reference is of another kind: a body's, a field's part, a generic argument's, and one inside a lambda of an async method.
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
