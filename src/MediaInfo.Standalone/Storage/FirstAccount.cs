using System.Security.Cryptography;
using System.Text.Json;
using MediaInfo.AzureStorage;
using MediaInfo.Core.Configuration;
using MediaInfo.LocalStorage;
using MediaInfo.LocalStorage.Database;
using MediaInfo.LocalStorage.Objects;
using Microsoft.Extensions.Configuration.Memory;

namespace MediaInfo.Standalone.Storage;

/// <summary>
/// The account of an embedded store whose settings have none: random keys, made once and kept in the data folder. So a service
/// that is started without settings can be used, and by nobody who cannot read that folder.
/// </summary>
internal sealed class FirstAccount
{
    private const string FileName = "account.json";
    private const string Section = SettingsServiceCollectionExtensions.Root;
    private const int IdBytes = 8;
    private const int SecretBytes = 24;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly string _path;
    private readonly bool _hasLocations;

    private FirstAccount(string directory, bool hasLocations) =>
        (_path, _hasLocations) = (Path.Combine(directory, FileName), hasLocations);

    /// <summary>The account, if the settings choose the embedded store and have no account; otherwise null.</summary>
    public static FirstAccount? Of(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section);
        var root = (settings.GetSection("Storage:Local").Get<LocalStorageOptions>() ?? new LocalStorageOptions()).Root;

        // Without a folder the settings are wrong, which their check says.
        return root.Length == 0 || AzureStorageOptions.From(configuration).IsChosen || settings.GetSection("Accounts").Exists()
            ? null
            : new FirstAccount(root, settings.GetSection("Objects:Locations").Exists());
    }

    /// <summary>Its settings. The file is made if it is missing.</summary>
    /// <exception cref="IOException">The file can be neither read nor written.</exception>
    /// <exception cref="JsonException">The file has another form.</exception>
    public MemoryConfigurationSource Read()
    {
        try
        {
            if (!File.Exists(_path))
            {
                MakeAlone();
            }

            var read = SettingsFile.Read(_path);

            // Lists of two sources would be mixed.
            read.InitialData = [.. read.InitialData!.Where(setting =>
                !_hasLocations || !setting.Key.StartsWith($"{Section}:Objects:", StringComparison.Ordinal))];
            return read;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"The account file {_path} cannot be used: {e.Message}", e);
        }
    }

    /// <summary>Tells where the keys are.</summary>
    public void Tell(ILogger<FirstAccount> log) => log.FirstAccountUsed(_path);

    private static Dictionary<string, string> NewValues()
    {
        const string account = $"{Section}__Accounts__List__0__";
        return new(StringComparer.Ordinal)
        {
            [account + "Id"] = "local",
            [account + "Keys__0__Id"] = $"local{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes))}",
            [account + "Keys__0__Secret"] = Secret(),
            [account + "Keys__0__Allow__0"] = "*",
            [account + "Tokens__0__Value"] = Secret(),
            [account + "ProjectIds__0"] = "local-project",
            [account + "CallbackQueue"] = "mediainfo-callbacks",
            [$"{Section}__Objects__Locations__0"] = "oss-cn-hangzhou",
            [$"{Section}__Objects__Locations__1"] = "region01",
        };
    }

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    // Of two processes that start at the same instant, one makes the file. The other one would be refused anyway.
    private void MakeAlone()
    {
        using var alone = DirectoryLock.Take(Path.GetDirectoryName(_path)!);
        if (!File.Exists(_path))
        {
            SecretFile.Make(_path, JsonSerializer.SerializeToUtf8Bytes(new { Values = NewValues() }, Indented));
        }
    }
}
