using MediaInfo.Core.Configuration;
using Microsoft.Extensions.Configuration;

namespace MediaInfo.AzureStorage;

/// <summary>Which storage accounts are used, by connection string or by identity. Section "Storage".</summary>
/// <remarks>
/// A section that names no account of the service takes what the Functions host is set to:
/// <see cref="StorageNames.HostConnection"/>. The media may lie in another account than the service's own jobs and queues.
/// </remarks>
public sealed record AzureStorageOptions : ISettings
{
    /// <summary>The section's name below "MediaInfo".</summary>
    public const string Section = "Storage";

    /// <summary>A connection string with a key or a SAS; null to sign in by identity.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The account to sign in to by identity, in the public cloud; null when the service addresses are given.</summary>
    public string? AccountName { get; init; }

    /// <summary>The blob service's address, for sign-in by identity; null derives it from <see cref="AccountName"/>.</summary>
    public Uri? BlobServiceUri { get; init; }

    /// <summary>The queue service's address, for sign-in by identity; null derives it from <see cref="AccountName"/>.</summary>
    public Uri? QueueServiceUri { get; init; }

    /// <summary>The client id of a user-assigned identity; null for the machine's or developer's own.</summary>
    public string? ClientId { get; init; }

    /// <summary>
    /// A connection string with a key or a SAS of the account that holds the media; null when it is the service's own account, or
    /// when <see cref="MediaBlobServiceUri"/> names it.
    /// </summary>
    public string? MediaConnectionString { get; init; }

    /// <summary>
    /// The address of the blob service that holds the media, for sign-in by identity; null when it is the service's own account, or
    /// when <see cref="MediaConnectionString"/> names it.
    /// </summary>
    public Uri? MediaBlobServiceUri { get; init; }

    internal Uri? BlobEndpoint => BlobServiceUri ?? Endpoint("blob");

    internal Uri? QueueEndpoint => QueueServiceUri ?? Endpoint("queue");

    internal bool IsEmpty =>
        string.IsNullOrWhiteSpace(ConnectionString) && string.IsNullOrWhiteSpace(AccountName)
        && BlobServiceUri is null && QueueServiceUri is null;

    /// <summary>The settings of the section, or those of the Functions host where the section names no storage.</summary>
    public static AzureStorageOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection($"{SettingsServiceCollectionExtensions.Root}:{Section}");
        var own = section.Get<AzureStorageOptions>() ?? new AzureStorageOptions();
        if (!own.IsEmpty)
        {
            return own;
        }

        var host = configuration.GetSection(StorageNames.HostConnection);
        return !string.IsNullOrWhiteSpace(host.Value) ? own with { ConnectionString = host.Value }
            : host.Get<AzureStorageOptions>() is { } found ? found.WithOwn(own)
            : own;
    }

    /// <inheritdoc />
    public IEnumerable<string> Problems() => AzureStorageProblems.Of(this);

    /// <summary>The settings without the connection string, which holds a secret.</summary>
    public override string ToString() => BlobEndpoint?.ToString() ?? "storage by connection string";

    internal static bool IsAccountName(string? name) =>
        name is { Length: >= 3 and <= 24 } && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));

    private AzureStorageOptions WithOwn(AzureStorageOptions own) => this with
    {
        ClientId = ClientId ?? own.ClientId,
        MediaConnectionString = own.MediaConnectionString,
        MediaBlobServiceUri = own.MediaBlobServiceUri,
    };

    private Uri? Endpoint(string service) =>
        IsAccountName(AccountName) ? new Uri($"https://{AccountName}.{service}.core.windows.net") : null;
}
