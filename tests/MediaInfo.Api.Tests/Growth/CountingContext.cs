using System.Reflection;
using System.Runtime.Loader;

namespace MediaInfo.Api.Tests.Growth;

/// <summary>
/// A second copy of the product and these tests in this process. The product's code is instrumented, and so are the runtime's XML
/// readers and writers, which do most of the work on a manifest. The first copy, which other tests use, is unaffected.
/// </summary>
internal sealed class CountingContext() : AssemblyLoadContext(nameof(CountingContext))
{
    private static readonly string Tests = typeof(CountingContext).Assembly.GetName().Name!;
    private static readonly string[] Product = ["MediaInfo.Core", "MediaInfo.Api"];
    private static readonly string[] Xml = ["System.Private.Xml", "System.Private.Xml.Linq"];

    // Facades that forward to the assemblies with the XML types.
    private static readonly string[] XmlForwarders = ["System.Xml.ReaderWriter", "System.Xml.XDocument"];

    private static readonly Lazy<CountingContext> Shared = new(() => new CountingContext());

    /// <summary>Measures a case on the copy.</summary>
    /// <returns>Bytes of input, steps, bytes of memory allocated.</returns>
    public static long[] Measure(string name, int size)
    {
        var copy = Shared.Value.LoadFromAssemblyName(typeof(CountingContext).Assembly.GetName()).GetType(
            typeof(GrowthCases).FullName!, throwOnError: true)!;
        return copy.GetMethod(nameof(GrowthCases.Measure))!.CreateDelegate<Func<string, int, long[]>>()(name, size);
    }

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
    {
        var name when Is(name, Product) => LoadFromStream(Instrumentation.Of(PathOf(name!), _ => true)),
        var name when Is(name, Xml) =>
            LoadFromStream(Instrumentation.Of(RuntimePathOf(name!), type => type.Namespace is "System.Xml" or "System.Xml.Linq")),
        var name when Is(name, XmlForwarders) => LoadFromStream(File.OpenRead(RuntimePathOf(name!))),
        var name when Is(name, Tests) => LoadFromStream(Instrumentation.Of(PathOf(name!), IsSample)),
        { } name when name.StartsWith("MediaInfo.", StringComparison.Ordinal) => LoadFromStream(File.OpenRead(PathOf(name))),
        _ => null,
    };

    private static bool Is(string? name, params string[] names) => names.Contains(name, StringComparer.Ordinal);

    private static bool IsSample(Mono.Cecil.TypeDefinition type) =>
        type.FullName.StartsWith(typeof(QuadraticSamples).FullName!, StringComparison.Ordinal);

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, $"{name}.dll");

    private static string RuntimePathOf(string name) =>
        Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, $"{name}.dll");
}
