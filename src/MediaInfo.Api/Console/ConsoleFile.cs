using System.IO.Compression;
using System.Security.Cryptography;

namespace MediaInfo.Api.Console;

/// <summary>A file of the page, as it is served.</summary>
/// <param name="path">Its path below the page's address, such as "assets/index-C3pO.js".</param>
/// <param name="content">Its bytes.</param>
internal sealed class ConsoleFile(string path, byte[] content)
{
    // What a build writes there has a digest of its content in its name.
    private const string HashedFolder = "assets/";
    private const string Fallback = "application/octet-stream";

    private static readonly Dictionary<string, (string Type, bool IsText)> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = ("text/html; charset=utf-8", true),
        [".js"] = ("text/javascript; charset=utf-8", true),
        [".css"] = ("text/css; charset=utf-8", true),
        [".json"] = ("application/json; charset=utf-8", true),
        [".svg"] = ("image/svg+xml", true),
        [".txt"] = ("text/plain; charset=utf-8", true),
        [".webmanifest"] = ("application/manifest+json", true),
        [".png"] = ("image/png", false),
        [".webp"] = ("image/webp", false),
        [".ico"] = ("image/x-icon", false),
        [".woff2"] = ("font/woff2", false),
    };

    private readonly Lazy<byte[]?> _compressed = new(() => IsTextual(path) ? Compress(content) : null);

    /// <summary>Its media type.</summary>
    public string ContentType { get; } = Types.GetValueOrDefault(Path.GetExtension(path)).Type ?? Fallback;

    /// <summary>Whether its content can never change under its name.</summary>
    public bool IsImmutable { get; } = path.StartsWith(HashedFolder, StringComparison.Ordinal);

    /// <summary>Its bytes.</summary>
    public byte[] Content => content;

    /// <summary>Its bytes as gzip, made at first use; null if that would not make it smaller.</summary>
    public byte[]? Compressed => _compressed.Value;

    /// <summary>Names its content, without quotes.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16));

    private static bool IsTextual(string path) => Types.GetValueOrDefault(Path.GetExtension(path)).IsText;

    private static byte[]? Compress(byte[] content)
    {
        using var made = new MemoryStream();
        using (var gzip = new GZipStream(made, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return made.Length < content.Length ? made.ToArray() : null;
    }
}
