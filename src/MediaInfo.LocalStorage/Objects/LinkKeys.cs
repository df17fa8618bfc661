using System.Security.Cryptography;
using System.Text;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>The keys of signed object URLs: those of the settings, or one made once and kept in the data folder.</summary>
public sealed class LinkKeys(LocalStorageOptions options)
{
    private const string FileName = "link-key";
    private const int KeyBytes = 32;

    private readonly Lazy<IReadOnlyList<byte[]>> _all = new(() => Read(options));

    /// <summary>The keys; the first one signs.</summary>
    /// <exception cref="IOException">The key file can be neither read nor written.</exception>
    public IReadOnlyList<byte[]> All => _all.Value;

    private static IReadOnlyList<byte[]> Read(LocalStorageOptions options) =>
        options.LinkKeys.Count > 0
            ? [.. options.LinkKeys.Select(Encoding.UTF8.GetBytes)]
            : [OwnKey(options.Root)];

    private static byte[] OwnKey(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(directory);
            var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));
            SecretFile.Make(path, Encoding.ASCII.GetBytes(made));
        }

        var text = File.ReadAllText(path).Trim();
        var key = new byte[KeyBytes];
        return Convert.TryFromBase64String(text, key, out var length) && length == KeyBytes
            ? key
            : throw new IOException($"{path} is not a key of this service; remove it, and a new key is made");
    }
}
