using System.Reflection;

namespace MediaInfo.Core.Telemetry;

/// <summary>The version of this build.</summary>
public static class ProductVersion
{
    /// <summary>
    /// The version by Semantic Versioning 2.0, such as "2.1.0+{commit}". Between two tags it is a preview of the next version,
    /// such as "2.1.1-preview.7+{commit}". The commit is missing if the sources were not a git clone.
    /// </summary>
    public static string Current { get; } = typeof(ProductVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
