
namespace MediaInfo.TestSupport;

/// <summary>One in-memory storage emulator for all tests of an assembly.</summary>
/// <remarks>
/// An assembly that uses it declares
/// <c>[CollectionDefinition(AzuriteFixture.Collection)] public sealed class AzuriteTests :
/// ICollectionFixture&lt;AzuriteFixture&gt;;</c>
/// and marks its test classes with <c>[Collection(AzuriteFixture.Collection)]</c>.
/// </remarks>
public sealed class AzuriteFixture : IAsyncLifetime
{
    /// <summary>The name of the collection of tests that share the emulator.</summary>
    public const string Collection = "Azurite";

    /// <summary>The emulator. A test that stops it must start it again.</summary>
    public AzuriteProcess Azurite { get; } = new();

    /// <summary>Connects to the emulator.</summary>
    public string ConnectionString => Azurite.ConnectionString;

    /// <summary>
    /// A unique name for a container, queue or account: lower-case letters, digits and single hyphens.
    /// </summary>
    /// <param name="prefix">Its beginning, at most 30 characters.</param>
    public static string UniqueName(string prefix) => $"{prefix}-{Guid.NewGuid():N}";

    /// <inheritdoc />
    public async Task InitializeAsync() => await Azurite.StartAsync();

    /// <inheritdoc />
    public async Task DisposeAsync() => await Azurite.DisposeAsync();
}
